"""Words that end the names of places, firms, laws, ships and works: what carries a person's name and is no person."""

import re
from collections.abc import Sequence

from generator.privacy.tokens import Token
from generator.privacy.words import word_set

# Hardly anybody's surname.
THINGS = word_set(
    """
    acre acres airfield airport allotments amendment arcade architects arena arms associates atlas avenue award
    awards barracks basin bequest boatyard boulevard bowling brothers buildings bypass canal cathedral cemetery
    chapel charter circus class coaches coast code computing construction constructions consultants consulting
    contracting contractors copse cottage cottages crematorium crescent crossing cup declaration deed depot dock
    docks dockyard doctrine drive embankment energy engineering enterprises entertainments esplanade estate estates
    estuary fabrication ferries festival fibre flats flyover foods formula frigate gallery garages garden gardens
    grounds haulage heaths heights holdings homes hotel house hypothesis index industries infirmary inn insurance
    interchange international island islands isles jetty joinery junction lectures leisure lighthouse loch logistics
    mains marine markets marshes memorial method mews mine mines ministries model motors motorway museum networks
    observatory order orders outlet parade parkway pavilion pensions petroleum pharmaceuticals pier playground plaza
    ports prize programmes projects promenade properties quay quays railway regulations reserve reservoir residences
    review rigs rise roundabout route ruling scale scheme scholarship score shipbuilders shipbuilding shipping
    shipyard sidings site sites solicitors solutions square stadium station statue steelworks stores studios
    submarine supermarket supplies survey systems tavern technologies technology telecom terminal terrace test
    theatre trading treaty trial trophy tunnel utilities viaduct views village villas vineyard water waterfront
    wharf works yard yards
    """
)
# Surnames too: "Jordan Hill" is a place after "at", and in a list of places.
SURNAMES_OR_THINGS = word_set(
    """
    abbey acre bank barn barns bay beach bridge brook burn castle church cliff close common court cross dale dean
    farm ferry field fields ford forest forge fort gate glen grange green grove hall harbour haven heath hill hills
    holt hurst lake land lane lea lodge marsh mead meadow meadows mill mills moor moss orchard park place pond pool
    port river rivers road row sands shaw shore street temple tower towers vale valley wade walk wall ward warren
    way wells wick wood woods
    """
)
# What stands before a name that something else carries: a ship, a station, a saint.
CARRIERS = word_set(
    """
    castle ferry hmnb hmp hms hurricane king loch mount mv operation prince princess project queen raf rfa rms rnas rnlb
    rrs saint ss st storm
    """
)
# "at Victoria Hall", "along Kelly Lane"
PLACE_BEFORE = re.compile(
    r"(?i)\b(?:along|around|at|between|in|into|near|on|over|past|through|under|via)\s+(?:the\s+)?$"
)
_THING = "|".join(word.capitalize() for word in sorted(THINGS | SURNAMES_OR_THINGS))
_LISTED = rf"(?:[A-Z][\w'’-]+\s+){{1,3}}(?:{_THING})\b"
LISTED_AFTER = re.compile(rf"^(?:,|\s(?:and|or|to)|,\s(?:and|or))\s+{_LISTED}")
LISTED_BEFORE = re.compile(rf"{_LISTED}(?:,|\s(?:and|or|to)|,\s(?:and|or))\s+$")
NEAR = 60


def is_carried(tokens: Sequence[Token], place: int) -> bool:
    """Whether a ship, a saint or the like carries the name that begins at `place`: "HMS Alba Quist", "St Mary's"."""
    if not place or tokens[place].gap not in (" ", "\u00a0", ". "):
        return False
    before = tokens[place - 1]
    return before.text[0].isupper() and before.folded in CARRIERS
