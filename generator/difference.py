"""What differs between two texts of a plan, in plain lines for the command line."""

from collections.abc import Iterator

from generator.pages.change_groups import ChangeMarks
from generator.pages.change_parts import ChangeLine
from generator.pages.change_summary import summary_sentence
from generator.pages.changes import groups_of
from generator.pages.view import PlanView, Update


def difference(old: PlanView, new: PlanView) -> tuple[str, ...]:
    """How much changed in a sentence, then each change below the heading of its group, the worst news first."""
    update = Update(old, new)
    lines = [summary_sentence(new.words, update.changes)]
    for group in groups_of(update):
        lines += ["", group.heading]
        for line in group.lines:
            lines += _lines(line, group.marks)
    return tuple(lines)


def _lines(line: ChangeLine, marks: ChangeMarks) -> Iterator[str]:
    """The sentence, then both wordings, whole."""
    yield f"- {line.text}"
    before, after = line.before, line.after
    if line.segments:
        before = "".join(part.text for part in line.segments if part.kind != "added")
        after = "".join(part.text for part in line.segments if part.kind != "removed")
    for mark, text in ((marks.before, before), (marks.after, after)):
        if text:
            yield f"  {mark} {' '.join(text.split())}"
