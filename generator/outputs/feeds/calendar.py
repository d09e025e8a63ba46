"""A calendar (iCalendar, RFC 5545) of what falls due in a plan, to be subscribed to.

What falls due in a month falls due on its last day, as on the pages. All are days, not hours.
"""

from collections.abc import Iterator

from generator.council.settings import Settings
from generator.document.addresses import data_file
from generator.outputs.feeds.events import Event, plan_events
from generator.outputs.feeds.identity import plan_key, uid
from generator.text import without_unsafe_characters
from generator.words.view import PlanView

CALENDAR = "calendar.ics"
MOST_BYTES = 75
PRODUCT = "-//Improvement plan publisher//EN"


def calendar_files(view: PlanView, settings: Settings) -> dict[str, bytes]:
    """The calendar of the plan by its address; none where nothing has a day.

    Its stamp is the day of the edition, for what it says is of that day.
    """
    events = tuple(plan_events(view))
    if not events:
        return {}
    assert view.edition is not None, "only what was published is told"
    stamp = f"{max((view.edition.date, *(item.date for item in view.edition.redactions))):%Y%m%d}T000000Z"
    name = text(view.words.say("{plan}: what falls due", plan=view.menu_title))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{name}", f"X-WR-CALNAME:{name}"]
    for event in events:
        lines += _event_lines(event, plan_key(view), stamp, settings)
    lines.append("END:VCALENDAR")
    return {data_file(view.plan.id, CALENDAR): "".join(f"{folded(line)}\r\n" for line in lines).encode()}


def _event_lines(event: Event, plan: str, stamp: str, settings: Settings) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(plan, event.key)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    if event.rule:
        yield f"RRULE:{event.rule}"
    yield f"SUMMARY:{text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{text(event.description)}"
    if settings.site_url:
        yield f"URL:{settings.site_url}{event.address}"
    # Nobody is busy all day because something falls due.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def text(value: str) -> str:
    """`value` as a calendar holds a text."""
    plain = without_unsafe_characters(value)
    for mark, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(mark, escaped)
    return plain


def folded(line: str) -> str:
    """`line` in pieces of at most 75 bytes, each but the first after a space. No character is cut in two."""
    pieces, size = [""], 0
    for character in line:
        length = len(character.encode())
        if size + length > MOST_BYTES:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += length
    return "\r\n".join(pieces)
