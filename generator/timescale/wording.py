"""The words around a time: what is taken off, where a list is parted, and why words were not read."""

import re

from generator.timescale.reading import Why

IN_BRACKETS = re.compile(r"^\(([^()]*)\)$")
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
    r"(?:[0-9]{1,2}[ -]?(?:week|month|year)ly|(?:two|three|four|six|twelve|eighteen)[ -](?:week|month|year)ly"
    r"|twice|once|half[ -]yearly|bi[ -]?(?:week|month|year|annual|quarter)(?:ly)?|semi-annual(?:ly)?|daily|weekly"
    r"|fortnightly|monthly|quarterly|annual(?:ly)?|yearly|biennial(?:ly)?|triennial(?:ly)?|every|each|per annum)\b"
)
# What may be the first word of a time, where a label has ended.
TIME_STARTS = (
    rf"(?:{RHYTHMICAL}|[0-9]|(?:{MONTH}|{WEEKDAY})(?![a-z])|q[1-4]\b|f/?y|w/|(?:in|by|on|during|before|from|within)\b"
    r"|(?:no|not) later than\b|(?:until|till|week|(?:at )?(?:the )?end|(?:the )?(?:financial )?year)\b)"
)
# A word that tells when, so no name of a body: "report to CPC after 31 March 2019" names none.
WHEN = (
    rf"{RHYTHMICAL}|(?:{MONTH}|{WEEKDAY})\b|week|not|no|after|before|prior|ahead|from|since|between|until|till|to|within|during"
    r"|throughout|following|post|pre|early|mid|middle|late|later|spring|summer|autumn|winter|term|start|starting|begin"
    r"|beginning|commence|commencing|end|ending|finish|be|continue|then|thereafter|date|around|about|approximately|circa"
    r"|or|either|when|once|if|unless|pending|subject|as|at|by|in|on|upon|beyond|past|last|next|this|was|were|moved"
    r"|delayed|deferred|postponed|cancelled|missed"
)
# "Report to Working Group 2 March 2019" may be group 2 in March, or the second of March.
NUMBERED = rf"(?:area|group|level|locality|part|phase|stage|step|team|tier)s? (?!{RHYTHMICAL})[0-9]"
BODY = rf"(?!{NUMBERED})(?!(?:{WHEN})\b)[a-z&'/,-]+"
# Whom a report goes to.
TO_BODY = rf" to {BODY}(?: {BODY}){{0,9}}?(?<! and)(?<! &)"
DUTY = "report(?:ed|s|ing)?|review(?:ed)?|updated?|monitor(?:ed|ing)?|audit(?:ed)?|meet(?:s|ing)?|held|published"
# Labels that stand before a timescale and say nothing of the time.
LABEL = re.compile(
    "^(?:"
    r"(?:outcome|target(?: date)?|timescale|deadline|due date)\s*[-:]?\s*"
    r"|(?:(?:by|before|at|until|up to|to) (?:the )?|the )?end(?: of)?(?: the)?[ -](?=\S)"
    r"|(?:(?:for|to be|will be|due for)? ?(?:complete|completed|completion|achieved|delivered|implemented|in place) )"
    r"(?=(?:by|in|on|during|before|within|no|not|[0-9]|[a-z]+ [0-9]))"
    r"|(?:on-?going|continuous|continuing),? (?=until|till|up to)"
    rf"|(?:on-?going|continuous|continuing),? to (?=(?:the )?end|(?:{MONTH})\b|[0-9])"
    rf"|due |(?:by|on) or before |by |(?:no|not) later than |on (?!going|(?:{MONTH})\.?[ -]?[0-9]{{1,2}}$)|in |during "
    r"|(?:up )?until (?:and including )?|till |up to (?:and including )?|throughout (?=\S*[0-9])"
    r"|within (?=[0-9]{4}|fy|(?:the )?financial)"
    rf"|(?:on )?an? (?={RHYTHMICAL})"
    rf"|(?:to be |will be )?(?:progress )?(?:{DUTY})(?: and (?:{DUTY}))?(?:{TO_BODY},?)? (?={TIME_STARTS})"
    ")"
)
# What stands after a time and says nothing more of it.
LABEL_AFTER = re.compile(r",? (?:or (?:before|earlier|sooner)|at the (?:very )?latest)$")
AFTERWARDS = "thereafter|after that"
AFTERWARDS_AT_EDGE = re.compile(rf"^(?:and )?(?:{AFTERWARDS}),? |,? (?:{AFTERWARDS})$")
SEPARATOR = re.compile(rf" ?(?:[,;] ?)?(?:\band )?(?:(?:\b(?:then|{AFTERWARDS}|and)\b)|[&,;]) ?")

CHOICE = re.compile(r"\b(?:or(?! (?:before|earlier|sooner)\b)|either)\b")
LACKS_YEAR = re.compile(
    rf"(?:(?:{WEEKDAY}),? )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{MONTH})\.?"
    rf"|(?:q|qtr |quarter )[1-4]|(?:{'|'.join(ORDINALS)}) quarter"
)
YEAR_AT_END = re.compile(r"(?:^|[^0-9])([0-9]{4}(?: ?[-/] ?(?:[0-9]{4}|[0-9]{2}))?|[0-9]{2})$")
# Why words were not read, and what to do about it.
UNKNOWN = Why("no day, month, year or interval that we know stands here", "write a month and a year")
UNKNOWN_INTERVAL = Why(UNKNOWN.why, "write a date, or an interval such as 'every 6 months'")
SCHOOL_DIFFERS = Why("school years and terms differ from place to place", "write a month and a year")
NO_CLEAR_END = Why("it names no period with a clear end", "write the day or the month by which it is done")
NO_LENGTH = Why("0 is no length of time", "mend the number")
FROM_A_DATE = Why("it is a length of time from a date", "write the day or the month by which it is done")
LACKS_A_YEAR = Why("no year stands there", "add the year")
OTHER_WORDS = Why("more than a time stands there", "write the time alone")
CHOOSES = Why("it offers a choice", "write the one that is meant")
FALLS = Why("its times do not follow one another", "mend their order")
FAR = Why("the year is not between 1900 and 2100", "mend the year")
SCHOOL = (
    r"\bacademic years?\b|\bschool (?:year|session)s?\b"
    r"|(?<!short[ -])(?<!medium[ -])(?<!long[ -])(?<!longer[ -])\bterm(?:s|ly)?\b"
)
VAGUE = (
    r"\b(?:early|mid|middle|late|spring|summer|autumn|winter|start|beginning|around|about|approximately|circa)\b"
    r"|\b(?:soon|shortly|asap|tbc|tba|tbd|when|once|in due course|in future)\b"
    r"|\b(?:after|not before|not until|first week|last week|second week|third week)\b"
    r"|\bto be (?:confirmed|agreed|decided|determined|advised|arranged|set)\b"
    r"|\b(?:short|medium|long|longer)[ -]term\b|\bas (?:required|needed|necessary|appropriate|resources)\b"
)
NO_YEAR = (
    rf"^(?!.*(?:[0-9]{{4}}|[^0-9(][0-9]{{2}}$)).*\b(?:{MONTH}|{WEEKDAY}|q[1-4]|quarter [1-4]|financial year)\b"
    rf"|^(?:{'|'.join(ORDINALS)}) quarter$"
    rf"|\bon (?:{MONTH})\.?[ -]?[0-9]{{1,2}}$"
    r"|\b(?:this|next|current|coming) (?:calendar |financial )?(?:week|month|quarter|year)\b"
)
NOTHING = r"\b0+[ -]?(?:day|week|month|year)(?:s|ly)?\b"
LENGTH_FROM = r"(?:day|week|month|year)s? (?:of|from|after|following|since) .*[0-9]{4}"
PERIOD = rf"\b(?:{MONTH})\.?[ ,/-]*'?(?:{YEAR})\b|(?<![0-9./-])(?:19|20)[0-9]{{2}}(?![0-9./-])"
INTERVAL = r"(?:hour|day|dai|week|fortnight|month|quarter|year|annual|annum|enni)"
# The first that fits says why words were not read.
REASONS = (
    (re.compile(SCHOOL), SCHOOL_DIFFERS),
    (re.compile(VAGUE), NO_CLEAR_END),
    (re.compile(NOTHING), NO_LENGTH),
    (re.compile(LENGTH_FROM), FROM_A_DATE),
    (re.compile(NO_YEAR), LACKS_A_YEAR),
    (re.compile(PERIOD), OTHER_WORDS),
    (re.compile(INTERVAL), UNKNOWN_INTERVAL),
)


def normal(words: str) -> str:
    """`words` in one case, with one kind of dash, space and apostrophe, and without a full stop at the end."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", words.casefold()).replace("\u2019", "'")
    text = re.sub(r"\s+", " ", text).strip(" .:")
    return IN_BRACKETS.sub(r"\1", text)


def bare(piece: str) -> str:
    """`piece` without the labels around it and "thereafter"."""
    while (shorter := LABEL.sub("", LABEL_AFTER.sub("", AFTERWARDS_AT_EDGE.sub("", piece))).strip(" ,")) != piece:
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


def why(piece: str) -> Why | None:
    """Why `piece` was not read; None where nothing in it tells."""
    return next((reason for pattern, reason in REASONS if pattern.search(piece)), None)
