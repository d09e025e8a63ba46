"""Help where a word of the plan first stands on a page: what initials stand for, or a link to its explanation.

It is put into the finished HTML of a page's own text, of which every "<" is ours: what a plan says holds none. The
plan's words stay as they are; what is added stands in square brackets and in an element of its own.
Source: docs/adr/0005-terms-are-explained-at-first-use.md.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape

from generator.document.frame import Frame, FrameTerm
from generator.render.markdown import finalize

# Nothing is put into these: they name things, lead somewhere, are read out with each cell, or are no running text.
LEFT_ALONE = (
    # An entry of the glossary does not explain itself, and a quotation is what is printed.
    r'<dt id="t-.*?</dd>'
    r"|(?:“|&#8220;)[^<]*?(?:”|&#8221;)"
    r"|<(a|button|caption|code|dt|figcaption|form|h[1-6]|kbd|label|legend|option|pre|samp|select|summary|svg|th)\b.*?</\1>"
    r'|<p class="(?:label|chart__ends)".*?</p>'
    r'|<span class="status-tag.*?</span>.*?</span>'
)
# What nobody reads as the page's text.
NOT_READ = re.compile(r"<(form|svg)\b.*?</\1>|(?P<end></(?:h\d|p|li|tr)>)|<[^>]*>", re.DOTALL)
# What may stand between initials and their name, side by side: no end of a sentence.
BESIDE = r"(?:[^\w&.;!?]|&#(?!(?:33|46|59|63);)\d+;)*"
ADDRESS = re.compile(r"&#58;&#47;&#47;|&#64;|\bwww\.")
# Part of a code such as "DFT_0001", "2019/DFT" or "SOS 001" is no word of the text.
EDGES = (
    r"(?<![\w&#-])(?<!&#(?:38|45|95);)(?<!\d[/.:])(?<!\d&#(?:46|47|58);)",
    r"(?!\w|-\w|&#(?:38|45);\w|&#95;|(?:[/.:]|&#(?:46|47|58);)\d|\s+0\d)",
)
OWNER = r"(?:’|&#8217;|&#39;)s\b"
APOSTROPHE = "(?:'|’|&#39;|&#8217;)"


def explained(content: str, frame: Frame) -> str:
    """`content`, the HTML of a page's own text, with help; the part below a heading may have terms of its own."""
    own = {f' id="{part.anchor}">': part.terms for part in frame.parts}
    if not own:
        return explain_terms(content, frame.terms)
    heads = "|".join(map(re.escape, own))
    parts = re.split(rf"(?=<h\d(?:{heads}))", content)
    terms = (own.get(part[len("<h1") : part.find(">") + 1], frame.terms) for part in parts)
    return "".join(map(explain_terms, parts, terms))


def explain_terms(content: str, terms: Sequence[FrameTerm]) -> str:
    """`content`, the HTML of a page's own text, with help at the first use of each of `terms`."""
    if not terms:
        return content
    parts, end = [], 0
    for start, form_end, stop, term in _first_uses(content, terms):
        form = content[start:form_end]
        parts += [content[end:start], _helped(form, content[form_end:stop], term)]
        end = stop
    return "".join((*parts, content[end:]))


def _helped(form: str, owner: str, term: FrameTerm) -> str:
    if not term.name:
        return f'<a href="{term.href}">{form}</a>{owner}'
    name = finalize(term.name)
    said = f'<a href="{term.href}">{name}</a>' if term.href else name
    return f'{form}{owner}<span class="term"> [{said}]</span>'


def _first_uses(content: str, terms: Sequence[FrameTerm]) -> Iterator[tuple[int, int, int, FrameTerm]]:
    """Where each term first stands in running text: its start and end there, the end with "’s", and the term.

    A term is left out if its name stands round it or beside it, or the two stood side by side before: to have read the
    name is not to know its initials.
    """
    pattern, places = _search(tuple(term.forms for term in terms))
    done: set[str] = set()
    read = ""
    for found in pattern.finditer(content):
        if found["form"] is None:
            continue
        place = places[_plain(unescape(found["form"]))]
        term = terms[place]
        # Who has read a name does not know its initials; who has read the initials, with help, has been led to both.
        key = f"{term.name} {term.forms[0].lower()}" if term.name else term.href
        if key in done or _is_in_address(content, found):
            continue
        done |= {key, term.href}
        read = read or NOT_READ.sub(_blank, content).lower()
        if not term.name or not _is_said(term, read, found):
            yield found.start("form"), found.end("form"), found.end(), term


def _blank(found: re.Match[str]) -> str:
    """As much that nobody reads; where a piece of text ends, so does a sentence."""
    return ("." if found["end"] else " ").ljust(len(found[0]))


def _plain(form: str) -> str:
    """`form` the same, whichever apostrophe it has and wherever its line is broken."""
    return " ".join(form.replace("'", "’").split())


def _is_in_address(content: str, found: re.Match[str]) -> bool:
    start = max(content.rfind(sign, 0, found.start()) for sign in " \n>") + 1
    end = re.compile(r"[\s<]|$").search(content, found.end())
    return ADDRESS.search(content, start, end.start() if end else len(content)) is not None


def _is_said(term: FrameTerm, read: str, found: re.Match[str]) -> bool:
    """Whether the name stands round what was found, or beside a form of the term up to there."""
    start, end = found.span("form")
    word, name, both = _name_patterns(term)
    if word not in read:
        return False  # of most terms, without reading the page again
    is_round = any(said.start() <= start and end <= said.end() for said in name.finditer(read))
    first = both.search(read)
    return is_round or (first is not None and first.start() < end)


@lru_cache(maxsize=256)
def _search(terms: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """What finds on a page what is left alone, a tag, or a form, the longest first; and whose form it is."""
    places = {_plain(form): place for place, term in enumerate(terms) for form in term}
    forms = sorted((form for term in terms for form in term), key=lambda form: (-len(form), form))
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(_written(form[0]), []).append(_written(form[1:]))
    either = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())
    before, after = EDGES
    pattern = re.compile(rf"{LEFT_ALONE}|<[^>]*>|{before}(?P<form>{either}){after}(?:{OWNER})?", re.DOTALL)
    return pattern, places


@lru_cache(maxsize=1024)
def _name_patterns(term: FrameTerm) -> tuple[str, re.Pattern[str], re.Pattern[str]]:
    """What finds the term's name in a text of small letters, and the name with a form of the term at its side.

    First the longest word of the name, which stands wherever one of them finds something.
    """
    before, after = EDGES
    word = max(re.findall(r"[^\W_]+", term.name.lower()), key=len, default="")
    name = rf"(?<!\w){_written(term.name.lower())}(?!\w)"
    form = rf"{before}(?:{'|'.join(_written(form.lower()) for form in term.forms)}){after}(?:{OWNER})?"
    return word, re.compile(name), re.compile(rf"{name}{BESIDE}{form}|{form}{BESIDE}{name}")


def _written(text: str) -> str:
    """A pattern for `text` as it may stand in a page's HTML: signs as themselves or as entities."""
    return "".join(map(_character, text))


def _character(c: str) -> str:
    if re.fullmatch(r"[^\W_]", c):
        return c
    if c.isspace():
        return r"\s+"
    if c in "'’":
        return APOSTROPHE
    return f"&#{ord(c)};" if c in "&<>" else f"(?:{re.escape(c)}|&#{ord(c)};)"
