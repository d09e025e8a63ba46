"""What a draft shows of the mistakes that keep it from being built anew, and how an open page of it is shown anew."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.errors import Problem, Severity
from generator.plan.files import read_file
from generator.text import shortened, without_unsafe_characters

# No page of a site can have these addresses: hidden names are no pages.
STATE, SCRIPT = "/.plans/state", "/.plans/reload.js"
MOST = 50  # of the mistakes; who mends those sees the others
LONGEST_LINE = 200
MAIN = re.compile(rb"<main\b[^>]*>")
END = b"</body>"
# Asks once a second whether the draft is another than the one that this page is of.
RELOAD = """\
const shown = new URL(document.currentScript.src).searchParams.get("of");
setInterval(async () => {
  try {
    const answer = await fetch("/.plans/state", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) location.reload();
  } catch { /* plans serve was ended */ }
}, 1000);
"""
ALONE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Mistakes to mend</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<noscript><meta http-equiv="refresh" content="5"></noscript></head>
<body><main><h1>Mistakes to mend</h1></main></body></html>
"""


def mistakes_html(problems: Sequence[Problem], other: str = "") -> str:
    """The errors among `problems`, each with its file, its line and what to do; `other` is what else went wrong."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    count = len(errors) + bool(other)
    items = [_item(problem) for problem in errors[:MOST]] + ([f"<li>{_text(other)}</li>"] if other else [])
    more = f"<p>{len(errors) - MOST:,} more are told once these are mended.</p>" if len(errors) > MOST else ""
    said = "1 mistake keeps" if count == 1 else f"{count:,} mistakes keep"
    return (
        f'<div class="notice" role="alert"><p><strong>{said} this draft from being shown as the files are.</strong> '
        f"Save the mended file, and this page is shown anew.</p><ul>{''.join(items)}</ul>{more}</div>"
    )


def _item(problem: Problem) -> str:
    place = problem.position
    where = f"{place.file}, line {place.line}" if place.line else place.file
    line = _line(Path(place.file), place.line) if place.line else ""
    shown = f"<br><code>{_text(line)}</code>" if line else ""
    which = f" ({_text(problem.path)})" if problem.path else ""
    what = f"{_text(problem.what)}. To mend it: {_text(problem.do)}."
    return f"<li><strong>{_text(where)}</strong>{which}{shown}<br>{what}</li>"


def _line(path: Path, number: int) -> str:
    """The line as it stands in the file; "" where it can no longer be read."""
    try:
        lines = read_file(path).decode("utf-8-sig", "replace").split("\n")
    except OSError:
        return ""
    return shortened(lines[number - 1], LONGEST_LINE) if number <= len(lines) else ""


def _text(text: str) -> str:
    return escape(without_unsafe_characters(text))


def shown_page(page: bytes, mistakes: str, state: str) -> bytes:
    """A page of a draft, with the mistakes first in its text, and what shows it anew when the draft is another."""
    if mistakes and (found := MAIN.search(page)):
        page = page[: found.end()] + mistakes.encode("utf-8", "replace") + page[found.end() :]
    return page.replace(END, f'<script src="{SCRIPT}?of={state}" defer></script>'.encode() + END, 1)
