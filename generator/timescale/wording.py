"""The words around a time: what is taken off, where a list is parted, and why words were not read."""

import re

# Longer words are prose, and no pattern here is tried on them.
LONGEST = 200
# Written out: Python's own names of months are in the language of the machine.
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {name: month for month, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: month for name, month in MONTHS.items()} | {"sept": 9}
# A short month name must not be taken for the start of a longer one: longest first.
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: weekday for weekday, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: weekday for name, weekday in WEEKDAYS.items()}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
YEAR = "[0-9]{4}|[0-9]{2}"

RHYTHMICAL = (
    "[0-9]|two|three|four|six|twelve|eighteen|twice|once|half|bi|semi|daily|weekly|fortnight|month|quarterly|annual"
    "|yearly|every|each|in |by |on "
)
DUTY = "report(?:ed|s|ing)?|review(?:ed)?|updated?|monitor(?:ed|ing)?|audit(?:ed)?|meet(?:s|ing)?|held|published"
# Labels that stand before a timescale and say nothing of the time.
LABEL = re.compile(
    "^(?:"
    r"(?:outcome|target(?: date)?|timescale|deadline|due date)\s*[-:]?\s*"
    r"|(?:(?:by|before|at|until|up to|to) (?:the )?|the )?end(?: of)?(?: the)?[ -](?=\S)"
    r"|(?:(?:for|to be|will be|due for)? ?(?:complete|completed|completion|achieved|delivered|implemented|in place) )"
    r"(?=(?:by|in|on|during|before|within|no|not|[0-9]|[a-z]+ [0-9]))"
    r"|(?:on-?going|continuous|continuing),? (?=until|till|up to)"
    r"|due |by |(?:no|not) later than |on or before |on (?!going)|in |during "
    r"|(?:up )?until (?:and including )?|till |up to (?:and including )?|throughout (?=\S*[0-9])"
    r"|within (?=[0-9]{4}|fy|(?:the )?financial)"
    rf"|(?:on )?an? (?={RHYTHMICAL})"
    rf"|(?:to be |will be )?(?:progress )?(?:{DUTY})(?: to [a-z& ]+?)? (?={RHYTHMICAL})"
    ")"
)
AFTERWARDS = "thereafter|after that"
AFTERWARDS_AT_EDGE = re.compile(rf"^(?:and )?(?:{AFTERWARDS}),? |,? (?:{AFTERWARDS})$")
SEPARATOR = re.compile(rf" ?(?:[,;] ?)?(?:\band )?(?:(?:\b(?:then|{AFTERWARDS}|and)\b)|[&,;]) ?")

CHOICE = re.compile(r"\b(?:or(?! before\b)|either)\b")
LACKS_YEAR = re.compile(
    rf"(?:(?:{WEEKDAY}),? )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{MONTH})\.?"
    rf"|(?:q|qtr |quarter )[1-4]|(?:{'|'.join(ORDINALS)}) quarter"
)
YEAR_AT_END = re.compile(r"(?:^|[^0-9])([0-9]{4}(?: ?[-/] ?(?:[0-9]{4}|[0-9]{2}))?|[0-9]{2})$")
UNKNOWN = "no day, month, year or interval that we know stands here"
SCHOOL = (
    r"\bacademic years?\b|\bschool (?:year|session)s?\b"
    r"|(?<!short[ -])(?<!medium[ -])(?<!long[ -])(?<!longer[ -])\bterm(?:s|ly)?\b"
)
VAGUE = (
    r"\b(?:early|mid|middle|late|spring|summer|autumn|winter|start|beginning|around|about|approximately|circa)\b"
    r"|\b(?:soon|shortly|asap|tbc|tba|tbd|when|once|in due course|in future)\b"
    r"|\bto be (?:confirmed|agreed|decided|determined|advised|arranged|set)\b"
    r"|\b(?:short|medium|long|longer)[ -]term\b|\bas (?:required|needed|necessary|appropriate|resources)\b"
)
NO_YEAR = (
    rf"^(?!.*(?:[0-9]{{4}}|[^0-9(][0-9]{{2}}$)).*\b(?:{MONTH}|{WEEKDAY}|q[1-4]|quarter [1-4]|financial year)\b"
    rf"|^(?:{'|'.join(ORDINALS)}) quarter$"
    r"|\b(?:this|next|current|coming) (?:calendar |financial )?(?:week|month|quarter|year)\b"
)
# Why words were not read: the first that fits.
REASONS = (
    (re.compile(SCHOOL), "school years and terms differ from place to place"),
    (re.compile(VAGUE), "it names no period with a clear end"),
    (re.compile(NO_YEAR), "no year stands there"),
)


def normal(words: str) -> str:
    """`words` in one case, with one kind of dash, space and apostrophe, and without a full stop at the end."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", words.casefold()).replace("\u2019", "'")
    return re.sub(r"\s+", " ", text).strip(" .:")


def bare(piece: str) -> str:
    """`piece` without the labels before it and "thereafter"."""
    while (shorter := LABEL.sub("", AFTERWARDS_AT_EDGE.sub("", piece)).strip(" ,")) != piece:
        piece = shorter
    return piece


def split(text: str) -> list[str]:
    """The times of a list, in their order. One is "" where something is missing, as in "March 2019 and"."""
    return SEPARATOR.split(AFTERWARDS_AT_EDGE.sub("", text))


def offers_choice(text: str) -> bool:
    """Whether `text` leaves it open which of its times is meant."""
    return bool(CHOICE.search(text))


def lacks_year(piece: str) -> bool:
    """Whether nothing but a year is missing from `piece`."""
    return bool(LACKS_YEAR.fullmatch(bare(piece)))


def year_of(piece: str) -> str:
    """The year that `piece` ends in, as written; "" for none."""
    match = YEAR_AT_END.search(piece)
    return match[1] if match else ""


def why(piece: str) -> str:
    """Why `piece` was not read."""
    return next((reason for pattern, reason in REASONS if pattern.search(piece)), UNKNOWN)
