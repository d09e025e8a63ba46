"""Health or leave of somebody who holds a post, which tells of one person though nobody is named."""

import re

from generator.privacy.finding import Kind
from generator.privacy.spans import SENTENCE_END, Span

ROLE = (
    r"(?:post[- ]?holders?|adviser|advisor|analyst|chair|clerk|convener|councillor"
    r"|co-?ordinator|director|head|lead|leader|manager|nurse|officer|teacher"
    r"|trainer|worker)"
)
LEAVE = re.compile(
    r"(?i)\b(?:(?:adoption|bereavement|carer['’]?s|compassionate|extended|maternity|medical|parental|paternity"
    r"|sick|special)[ -]leave|(?:long|short)[ -]term (?:absence|illness|sick(?:ness)?)|sickness(?: absence)?"
    r"|off (?:ill|sick)|(?:is|are|was|were|been|went|currently) on leave|ill[- ]health"
    r"|(?:his|her|long|serious|their) illness|phased return|stress[- ]related|suspended from (?:duty|post)"
    r"|(?:health|medical) grounds"
    rf"|absence of (?:a|its|one|our|the) (?:\w+[ -]){{0,3}}{ROLE}|{ROLE}['’]?s?['’]? (?:\w+ )?absence)\b"
)
# Words about one post. Without one, "sickness absence" is about a workforce.
POST = re.compile(
    rf"(?i)\b(?:{ROLE}['’]?s?['’]?|posts?|backfill|colleague|cover|covered|covering|he|secondment|she|vacan(?:cy|t)"
    r"|member of (?:the )?(?:staff|team))\b"
)
# A sentence that begins with a name: "Sheila was on maternity leave."
NAMED = re.compile(
    r"^\s*(?!(?:A|Absence|All|An|Any|Cover|Each|Every|Health|It|Leave|Many|Most|No|Nobody|Sickness|Some|Staff|Team|That"
    r"|The|There|These|They|This|Training|We|Work)\b)[A-Z][a-z’'-]+(?: [A-Z][\w’'-]+)? (?:has|is|remains|was|went)\b"
)
# Rules, figures and rights of everybody: these are about no one.
GENERAL = re.compile(
    r"(?i)^[ ]?(?:absence[ ])?(?:across|among|data|days|entitlement|figures?|in the workforce|levels?|management"
    r"|monitoring|of (?:children|parents|pupils|staff)|pay|polic(?:ies|y)|procedures?|rates?|statistics|targets?"
    r"|trends?)\b"
)
GENERAL_BEFORE = re.compile(
    r"(?i)\b(?:children with|levels? of|mental|parental|parents? with|polic(?:ies|y) on|rates? of|reduce|reducing) $"
)


def health_spans(text: str) -> list[Span]:
    """Each place in `text` that tells of the health or the leave of somebody who holds a post."""
    found = []
    for start, sentence in sentences(text):
        for match in LEAVE.finditer(sentence):
            rest = sentence[: match.start()] + " " + sentence[match.end() :]
            is_general = GENERAL.match(sentence[match.end() :]) or GENERAL_BEFORE.search(sentence[: match.start()])
            if not is_general and (POST.search(rest) or POST.search(match[0]) or NAMED.match(sentence)):
                found.append(Span(start + match.start(), start + match.end(), Kind.HEALTH_OR_LEAVE))
    return found


def sentences(text: str) -> list[tuple[int, str]]:
    """Each sentence of `text` with the place at which it starts."""
    found, start = [], 0
    for match in SENTENCE_END.finditer(text):
        found.append((start, text[start : match.start()]))
        start = match.end()
    return [*found, (start, text[start:])]
