"""Numbers and addresses that belong to one person or household: phones, e-mails, postcodes, NI, CHI and NHS numbers."""

import re
from contextlib import suppress
from datetime import date

from generator.plan.model import Contact
from generator.privacy.finding import Kind
from generator.privacy.spans import Span
from generator.privacy.words import word_set

NATIONAL_INSURANCE = re.compile(
    r"(?i)(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\d\d[ ]?\d\d[ ]?\d\d[ ]?[A-D](?!\w)"
)
TEN_DIGITS = re.compile(r"(?<![\d.])(?:\d{10}|\d{6} \d{4}|\d{3}[ -]\d{3}[ -]\d{4})(?![\d])")
# No "900,000 1993": a figure with thousands, and a year.
PHONE = re.compile(r"(?<![\w.+-])(?<!\d,)(?:\+44[ ]?(?:\(0\))?|\(?0)(?:[ ()-]{0,2}\d){5,10}(?!\w|[.,]\d)")
SHORTEST_PHONE, LONGEST_PHONE = 7, 11
EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
POSTCODE = re.compile(
    r"(?<!\w)(?:[A-PR-UWYZ]\d[\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRV-Y]?)[ ]\d[ABD-HJLNP-UW-Z]{2}(?!\w)"
)
# What e-mail addresses of teams are made of.
TEAM_WORDS = word_set(
    """
    access admin adult adults advice advocacy and ask business care case cases casework centre chair child childcare
    childprotection children childrens clerk committee communications community complaints conduct contact
    council cpc cp csp customer customercare data dataprotection desk digital directorate dpo duty early editor
    education emergency enquiries enquiry equalities events families family feedback finance first
    first-response foi fostering freedom front girfec governance head health hello help helpdesk helpline
    housing hr hub improvement info information inclusion information initial integrated involvement justice
    kinship law learning legal mail manager media meetings monitoring multi multiagency named network news
    newsletter no office officer online out partnership people performance plan planning plans police policy
    post press privacy programme project protecting protection public publicprotection quality records referral
    referrals registration reply reports response safe safeguarding school schools scrutiny secretary service
    services social socialwork staff standby strategic strategy support survey team teams the training transport
    user vulnerable web webmaster welfare wellbeing work workforce young youth
    """
)
# Words of teams that are surnames, too: alone they say nothing of whose an address is.
SURNAMES = word_set("case early law post young")
CHI_WEIGHTS = range(10, 1, -1)


def identifier_spans(text: str, holder: object = None, field: str = "") -> list[Span]:
    """Every such number and address in `text`. In `contacts`, a team's phone and e-mail are meant to stand."""
    found = [Span(*match.span(), Kind.NATIONAL_INSURANCE) for match in NATIONAL_INSURANCE.finditer(text)]
    found += [Span(*match.span(), kind) for match in TEN_DIGITS.finditer(text) if (kind := _number_kind(match[0]))]
    found += [Span(*match.span(), Kind.POSTCODE) for match in POSTCODE.finditer(text)]
    is_contact = isinstance(holder, Contact)
    if not (is_contact and field == "phone"):
        found += [Span(*match.span(), Kind.PHONE) for match in PHONE.finditer(text) if _is_phone(match[0])]
    found += [
        Span(match.start(), match.end(), kind)
        for match in EMAIL.finditer(text)
        if (kind := _email_kind(match[0], is_allowed=is_contact and field == "email"))
    ]
    return found


def contact_key(text: str) -> str:
    """A phone as its digits alone, an e-mail in small letters: the same however it is written."""
    return text.casefold() if "@" in text else _digits(text.replace("(0)", "").replace("+44", "0"))


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _is_phone(text: str) -> bool:
    count = len(contact_key(text))
    is_childline = re.match(r"0800 ?1111", text) is not None
    return is_childline or (SHORTEST_PHONE <= count <= LONGEST_PHONE and count != SHORTEST_PHONE + 1)


def has_check_digit(digits: str) -> bool:
    """Whether the tenth of ten `digits` is the one that the first nine give, as in NHS and CHI numbers."""
    total = sum(weight * int(digit) for weight, digit in zip(CHI_WEIGHTS, digits, strict=False))
    check = (11 - total % 11) % 11
    return check != 10 and check == int(digits[9])


def begins_with_day(digits: str) -> bool:
    """Whether `digits` begin with a day, a month and a year of two digits, as CHI numbers do."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    for century in (2000, 1900):
        with suppress(ValueError):
            date(century + year, month, day)
            return True
    return False


def _number_kind(text: str) -> Kind | None:
    digits = _digits(text)
    if len(set(digits)) == 1 or not has_check_digit(digits):
        return None
    return Kind.CHI_NUMBER if begins_with_day(digits) else Kind.NHS_NUMBER


def is_personal(email: str) -> bool:
    """Whether `email` looks like one person's: first.last@, f.last@, first_last@."""
    local = email.partition("@")[0].casefold()
    parts = [part.strip("0123456789") for part in re.split(r"[._-]+", local)]
    parts = [part for part in parts if part]
    return len(parts) > 1 and not any(part in TEAM_WORDS for part in parts)


def is_of_a_team(email: str) -> bool:
    """Whether every part of `email` before the sign @ is a word of teams: child.protection@, cpc-admin@."""
    parts = set(filter(None, re.split(r"[._-]+", email.partition("@")[0].casefold())))
    return parts <= TEAM_WORDS and not parts <= SURNAMES


def _email_kind(email: str, *, is_allowed: bool) -> Kind | None:
    if is_personal(email):
        return Kind.EMAIL if is_allowed else Kind.PERSONAL_EMAIL
    return None if is_allowed else Kind.EMAIL
