"""Whether two built sites say the same: headings, texts, links, cells of tables and tags, in their order.

    python -m bench.same_pages OLD_SITE NEW_SITE

Markup may differ. What differs is printed page by page; the exit status is 1 where anything does.
"""

import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Elements that say nothing of the order in which a page is read.
INLINE = {"a", "abbr", "b", "br", "del", "em", "i", "ins", "span", "strong", "svg", "u"}
FEW = 12


def said(html: str) -> list[str]:
    """What a page says, a line for each heading, text, link, cell and tag."""
    main = LexborHTMLParser(html).css_first("main")
    lines: list[str] = []
    text: list[str] = []

    def end() -> None:
        words = re.sub(r"\s+", " ", "".join(text)).strip()
        if words:
            lines.append(words)
        text.clear()

    def walk(node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                text.append(child.text_content or "")
                continue
            is_block = tag not in INLINE
            if is_block:
                end()
            if tag in HEADINGS or tag in ("th", "td", "caption", "dt", "dd"):
                text.append(f"<{tag} {child.attributes.get('id') or ''}> ")
            if tag == "a":
                text.append(f"[{child.attributes.get('href')}]")
            classes = child.attributes.get("class") or ""
            if "status-tag--" in classes:
                text.append(f"<{classes.split('status-tag--')[1]}>")
            if tag == "br":
                text.append(" / ")
            walk(child)
            if is_block:
                end()

    if main is not None:
        walk(main)
    end()
    return lines


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


def differences(old: Path, new: Path) -> Iterator[tuple[str, list[str]]]:
    """Each page that says something else, with what differs."""
    before, after = pages(old), pages(new)
    for name in sorted(before.keys() | after.keys()):
        one, other = said(before.get(name, "")), said(after.get(name, ""))
        if one != other:
            yield (
                name,
                [line for line in unified_diff(one, other, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")],
            )


def main() -> int:
    old, new = map(Path, sys.argv[1:3])
    found = list(differences(old, new))
    for name, lines in found:
        print(f"{name}: {len(lines)}")
        print("\n".join(f"  {line[:300]}" for line in lines[:FEW]))
    print(f"{len(found)} of {len(pages(old))} pages say something else")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
