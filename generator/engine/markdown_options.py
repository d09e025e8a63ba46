"""How Markdown is read: the same for both engines, and for whoever needs a text as HTML."""

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ENTITY_RE, HtmlInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

# MkDocs' own three, then ours.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "def_list", "sane_lists")

LINK_ATTRIBUTES = {"a": "href", "img": "src"}
# An address with a scheme, or one that says itself where it starts from.
COMPLETE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[./#?]|$")
# render.py writes a value as entities and a few plain characters. From its first entity to its last it is put by in
# one go, where Python-Markdown would take each entity alone: the same bytes, a third sooner.
ENTITY_RUN = rf"({ENTITY_RE[1:-1]}(?:(?:[^\W_]|[ ,.:;\u2019-])*{ENTITY_RE[1:-1]})*)"


class ContentLinks(Treeprocessor):
    """Makes links between the files of content/ lead from one page's address to another's."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            attribute = LINK_ATTRIBUTES.get(element.tag, "")
            if target := element.get(attribute):
                element.set(attribute, content_link(target))


def content_link(target: str) -> str:
    """`target`, written in a file of content/, as it must stand on that file's page, which is at "<name>/".

    "accessibility.md#part" is "../accessibility/#part", "images/a.png" is "../images/a.png". An address with a
    scheme, and one that starts with ".", "/", "#" or "?", stays as it is.
    """
    # Python-Markdown hides e-mail addresses as character references until its last step.
    if COMPLETE.match(target) or AMP_SUBSTITUTE in target:
        return target
    path = re.split("[?#]", target, maxsplit=1)[0]
    return f"../{path.removesuffix('.md')}/{target[len(path) :]}" if path.endswith(".md") else f"../{target}"


class PlanMarkdown(Extension):
    """Our own part of the conversion: links of content/, and entities in one go."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(HtmlInlineProcessor(ENTITY_RUN, md), "entity", 80)
        # After all of Python-Markdown's own steps: then targets are written out.
        md.treeprocessors.register(ContentLinks(md), "content_links", -1)


@cache
def converter() -> Markdown:
    """The one converter of this process. Call `reset()` before each use."""
    return Markdown(extensions=[*EXTENSIONS, PlanMarkdown()])
