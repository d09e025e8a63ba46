"""What is compared: the facts of the documents, and the same facts as the plans hold them.

A fact of a table has a row, a kind and a value, and both sides are listed. Of running text, each date, percentage,
count and term is a fact, to be found in what the plan says in the same place.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from tests.sources import reader
from tests.sources.reader import Line
from tests.sources.tokens import Token, tokens

JOINT, AGENCY = "joint-inspection-2014", "single-agency-2014"
COUNCIL, RUTLAND = "clackmannanshire-2008", "rutland-2013"
GRADES, FALKIRK = "scotland-grades-2005-09", "falkirk-cpc-2018-20"
PLANS = (COUNCIL, JOINT, AGENCY, RUTLAND, GRADES, FALKIRK)

# What stands in the place of a value that is nobody's business here.
LEFT_OUT = "left out"
PRIVATE = (("phone number", r"\(?\b0\d{4}\)? \d{6}\b"), ("e-mail", r"\S+@\S+"))
WEB = r"https?://[^\s<>]+"

WHOLE, FRAME = "the whole plan", "the plan without its actions"
LEVELS = {"L": "low", "M": "medium", "H": "high"}
SCALE = ("Excellent", "Very good", "Good", "Satisfactory", "Weak", "Unsatisfactory")
AGENCY_LEADS = (
    "CPC", "MACIG", "GIRFEC Training Group", "Corporate Parenting Group", "Strategic Partnership Group", "ADP",
)  # fmt: skip
FALKIRK_LEADS = (
    "Education", "Housing", "NHS", "Police Scotland", "Social Work", "3rd Sector", "SCRA", "CCL&D group", "CCIG",
    "Policy Procedures Protocol group", "FV CSE Project Board", "Alcohol & Drug Partnership", "communication group",
    "Public Protection Lead Officers", "Chair", "Lead Officer", "Service manager", "training manager",
    "CP co-ordinator", "Workforce Development Manager",
)  # fmt: skip

# Rows where one cell holds several sub-actions, or a page moves a note below another title: all their sub-actions are
# one place.
MERGED = ("SS_IC SAP_ARR2", "SS_IC SAP_ARR3", "SS_IC SAP_VIEW3", "SS_IC SAP_ICSP3", "SS_IC SAP_SUB1")

Dump = Mapping[str, Any]  # a plan as plain data


class Place(NamedTuple):
    plan: str
    where: str


class Fact(NamedTuple):
    """One fact of a document: where it is printed, where the plan should hold it, what kind it is, its value."""

    source: str
    line: int
    place: Place
    kind: str
    value: str
    running: bool = False
    near: frozenset[str] = frozenset()  # words beside a count


Held = tuple[Place, str, str]  # where, the kind and the value


# The documents


def source_facts(documents: Mapping[str, tuple[Line, ...]]) -> tuple[Fact, ...]:
    """Every fact of the five documents."""
    readers: Mapping[str, Callable[[tuple[Line, ...]], Iterator[Fact]]] = {
        "S0": council_facts,
        "S1": report_facts,
        "S2": rutland_facts,
        "S3": grade_facts,
        "S4": falkirk_facts,
    }
    return tuple(fact for name, read in readers.items() for fact in read(documents[name]))


def running(source: str, lines: Iterable[Line], plan: str, where: str) -> Iterator[Fact]:
    """The facts of running text. Phone numbers and addresses of persons are told of, never repeated."""
    place = Place(plan, where)
    for number, text in map(reader.unlabelled, lines):
        text = reader.plain(re.sub(r"<(?=http)", " ", text))
        for kind, pattern in PRIVATE:
            yield from (Fact(source, number, place, kind, LEFT_OUT, True) for _ in re.findall(pattern, text))
            text = re.sub(pattern, " ", text)
        yield from (Fact(source, number, place, "web address", link, True) for link in re.findall(WEB, text))
        text = re.sub(WEB, " ", text)
        yield from (Fact(source, number, place, kind, value, True, near) for kind, value, near in tokens(text))


def council_facts(lines: tuple[Line, ...]) -> Iterator[Fact]:
    whole = Place(COUNCIL, WHOLE)
    for number, (line, text) in reader.questions(lines):
        yield Fact("S0", line, Place(COUNCIL, f"question {number}"), "question", plain_words(text))
    for number, (line, text) in reader.sub_sections(lines):
        yield Fact("S0", line, Place(COUNCIL, number), "sub-section", plain_words(text))
    priorities = reader.priorities(lines)
    for place, (line, _) in enumerate(priorities, 1):
        yield Fact("S0", line, whole, "priority", str(place))
    for line, text in reader.declarations(lines):
        yield Fact("S0", line, whole, "declaration", plain_words(text))
    text = (line for line in lines if not re.fullmatch(r"QI \d", line.text.strip()))
    yield from running("S0", text, COUNCIL, WHOLE)


def report_facts(lines: tuple[Line, ...]) -> Iterator[Fact]:
    """S1: the covering report, the joint plan, the grades, the single-agency plan and its versions."""
    plan_at = reader.start(lines, "SOS 001")
    grades_at = reader.start(lines, "How well are the lives")
    intro_at = reader.start(lines, "**Care Inspectorate Joint Inspection")
    code = lines[plan_at - 1].text.split()
    yield Fact("S1", plan_at, Place(JOINT, WHOLE), "plan code", " ".join(code[:2]))
    cover = (line for line in reader.between(lines, 1, plan_at - 1) if "checkbox" not in line.text)
    yield from running("S1", cover, JOINT, FRAME)
    for number, (line, ticked) in enumerate(reader.boxes(lines), 1):
        yield Fact("S1", line, Place(JOINT, f"declaration {number}"), "box", ticked)
    heading = reader.between(lines, plan_at + 1, reader.start(lines, "HIGH LEVEL SUMMARY"))
    yield from running("S1", heading, JOINT, FRAME)
    for title, (line, figures) in reader.summary_matrix(lines):
        yield Fact("S1", line, Place(JOINT, WHOLE), "summary row", f"{title}: {figures}")
    for line, heading in reader.joint_sections(lines):
        yield Fact("S1", line, Place(JOINT, WHOLE), "strategic priority", plain_words(heading))
    for row in reader.joint_rows(lines):
        yield from joint_facts(row)
    yield from running("S1", reader.between(lines, intro_at, grades_at - 1), AGENCY, FRAME)
    for indicator, area, (line, grade) in reader.area_grades(lines):
        yield Fact("S1", line, Place(AGENCY, WHOLE), "grade", f"{indicator}, {area}: {grade}")
    sizes: dict[int, int] = {}
    rows = reader.agency_rows(lines)
    for row in rows:
        sizes[row.area] = sizes.get(row.area, 0) + 1
        yield from agency_facts(row, f"{row.area}.{sizes[row.area]}")
    for area, size in sizes.items():
        first = next(row for row in rows if row.area == area)
        yield Fact("S1", first.priority.number, Place(AGENCY, f"area {area}"), "number of actions", str(size))
    for day, version, state, owner in reader.versions(lines):
        value = f"{version.text}, {one_date(day.text)}, {state.text.lower()}, {owner.text}"
        yield Fact("S1", day.number, Place(AGENCY, WHOLE), "version", value)


def joint_facts(row: reader.JointRow) -> Iterator[Fact]:
    code = row.code.text
    place = Place(JOINT, code)
    owners = len(row.owners.text.split(";")) if row.owners.text else 0
    yield Fact("S1", row.code.number, Place(JOINT, WHOLE), "code", code)
    yield Fact("S1", row.code.number, place, "strategic priority", plain_words(row.section))
    yield Fact("S1", row.due.number, place, "due date", one_date(row.due.text))
    yield Fact("S1", row.progress.number, place, "progress", row.progress.text)
    yield Fact("S1", row.priority.number, place, "priority", row.priority.text.lower() or "none")
    yield Fact("S1", row.owners.number, place, "number of leads", str(owners))
    yield Fact("S1", row.code.number, place, "number of sub-actions", str(len(row.sub_actions)))
    yield Fact("S1", row.note_date.number, place, "date of overall note", one_date(row.note_date.text))
    for number, (line, text) in enumerate(row.sub_note_dates, 1):
        yield Fact("S1", line, Place(JOINT, f"{code}, note {number}"), "date of sub-action's note", one_date(text))
    yield from running("S1", row.table, JOINT, f"{code}, description")
    for number, texts in enumerate(row.sub_texts, 1):
        where = f"{code}, sub-actions" if code in MERGED else f"{code}, sub-action {number}"
        yield from running("S1", texts, JOINT, where)
    yield from running("S1", row.note, JOINT, f"{code}, overall note")


def agency_facts(row: reader.AgencyRow, label: str) -> Iterator[Fact]:
    place = Place(AGENCY, label)
    yield Fact("S1", row.priority.number, place, "priority", row.priority.text.lower() or "none")
    yield Fact("S1", row.timescale.number, place, "timescale", one_date(row.timescale.text) or "none")
    yield Fact("S1", row.lead.number, place, "as above", "yes" if "As above" in row.lead.text else "no")
    for lead in AGENCY_LEADS:
        if lead in row.lead.text:
            yield Fact("S1", row.lead.number, place, "lead", lead)
    for line, text in row.evidence:
        for word in re.findall(r"\((complete|ongoing)\)", text, re.I):
            yield Fact("S1", line, place, "status word", word.lower(), True)
    yield from running("S1", row.texts, AGENCY, label)


def rutland_facts(lines: tuple[Line, ...]) -> Iterator[Fact]:
    for band, (line, number) in reader.points(lines):
        yield Fact("S2", line, Place(RUTLAND, number), "band", band.lower())
    for name, (line, level) in reader.risk_levels(lines):
        yield Fact("S2", line, Place(RUTLAND, f"risk {name}"), "impact", LEVELS[level])
    yield from running("S2", lines, RUTLAND, WHOLE)


def grade_facts(lines: tuple[Line, ...]) -> Iterator[Fact]:
    rows = {line.number: (number, title, figures) for number, title, line, figures in reader.grade_rows(lines)}
    for line, (number, title, figures) in rows.items():
        place = Place(GRADES, number)
        yield Fact("S3", line, place, "indicator", plain_words(title))
        for grade, count, percent in zip(SCALE, figures[:6], figures[6:], strict=True):
            yield Fact("S3", line, place, "number of areas", f"{grade}: {count}")
            yield Fact("S3", line, place, "percentage of areas", f"{grade}: {percent}")
    for line, text in lines:
        for code in re.findall(r"\bCYP\d\d/\d\d\b", text):
            yield Fact("S3", line, Place(GRADES, WHOLE), "plan code", code)
    rest = (Line(n, re.sub(r"\bCYP\d\d/\d\d\b", "", text)) for n, text in lines if n not in rows)
    yield from running("S3", rest, GRADES, FRAME)


def falkirk_facts(lines: tuple[Line, ...]) -> Iterator[Fact]:
    whole = Place(FALKIRK, WHOLE)
    legend = reader.start(lines, "RAG Legend")
    yield from running("S4", reader.between(lines, 1, legend - 1), FALKIRK, FRAME)
    for line, text in reader.between(lines, legend + 1, legend + 4):
        for colour in re.findall(r"\b(RED|AMBER|GREEN):", text):
            yield Fact("S4", line, whole, "colour", f"{colour.lower()}: {tone_of(text)}")
    for line, text in lines:
        if outcome := re.match(r"\tOutcome (\d)", text):
            yield Fact("S4", line, whole, "outcome", outcome[1])
    for row in reader.key_actions(lines):
        yield from key_action_facts(row)


# What the plan does with an action of each colour of the legend.
TONES = (
    ("we are not delivering", "off-track"),
    ("we are at risk", "at-risk"),
    ("we are delivering", "on-track"),
)


def tone_of(text: str) -> str:
    return next(tone for words, tone in TONES if words in text)


def key_action_facts(row: reader.KeyAction) -> Iterator[Fact]:
    number = row.number.text
    place = Place(FALKIRK, number)
    subs = reader.labelled(row.sub_actions)
    yield Fact("S4", row.number.number, Place(FALKIRK, WHOLE), "key action", number)
    yield Fact("S4", row.number.number, place, "rating", "none" if not row.rating else row.rating[0].text)
    for label, line, _ in subs:
        yield Fact("S4", line.number, place, "sub-action", label)
    for label, line, texts in subs:
        points = sum(text.startswith("·") for _, text in texts)
        yield Fact("S4", line.number, Place(FALKIRK, label), "number of bullets", str(points))
        yield from running("S4", texts, FALKIRK, number)
    yield from running("S4", (*row.title, *row.measures), FALKIRK, number)
    first = row.measures[0].number
    yield Fact("S4", first, place, "number of measures", str(len(row.measures)))
    percent = sum("%" in text for _, text in row.measures)
    yield Fact("S4", first, place, "measures with a percentage", str(percent))
    for label, (line, words) in reader.times(row.timescales):
        for token in tokens(words):
            kind = "timescale" if label else "target"
            for held in labels_meant(label, row, subs) if label else [number]:
                yield Fact("S4", line, Place(FALKIRK, held), kind, f"{token.kind} {token.value}")
    for lead in FALKIRK_LEADS:
        for line in [n for n, text in row.leads if is_named(lead, text)][:1]:
            yield Fact("S4", line, place, "lead", lead.lower())


def labels_meant(label: str, row: reader.KeyAction, subs: list[tuple[str, Line, list[Line]]]) -> list[str]:
    """The label itself, as often as it stands there; of a time without one, the sub-actions without a time."""
    if label != "?":
        return [label] * sum(label == other for other, _, _ in subs)
    told = {label for label, _ in reader.times(row.timescales)}
    return [other for other, _, _ in subs if other not in told]


def is_named(lead: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(lead)}", text, re.I) is not None


# The plans


def held_facts(plans: Mapping[str, Dump]) -> tuple[Held, ...]:
    """The facts of tables as the plans hold them."""
    return (
        *council_held(plans[COUNCIL]),
        *joint_held(plans[JOINT]),
        *agency_held(plans[AGENCY]),
        *rutland_held(plans[RUTLAND]),
        *grades_held(plans[GRADES]),
        *falkirk_held(plans[FALKIRK]),
    )


def actions_of(plan: Dump) -> list[Dump]:
    return [action for outcome in plan["outcomes"] for action in outcome["actions"]]


def items(value: Any) -> tuple[Any, ...]:
    """A list of the plan; none where the plan says that it is missing."""
    return value if isinstance(value, tuple) else ()


def council_held(plan: Dump) -> Iterator[Held]:
    whole = Place(COUNCIL, WHOLE)
    for outcome in plan["outcomes"]:
        yield Place(COUNCIL, f"question {outcome['number']}"), "question", plain_words(outcome["question"])
    for action in actions_of(plan):
        yield Place(COUNCIL, action["number"]), "sub-section", plain_words(action["title"])
    for place, _ in enumerate(plan["findings"], 1):
        yield whole, "priority", str(place)
    for declaration in plan["declarations"]:
        label = declaration["text"].split(":")[-1]
        if "(1)" in declaration["text"] and "none is named" not in label:
            yield whole, "declaration", plain_words(label)


def joint_held(plan: Dump) -> Iterator[Held]:
    whole = Place(JOINT, WHOLE)
    yield whole, "plan code", plan["code"]
    titles = {outcome["id"]: outcome["title"] for outcome in plan["outcomes"]}
    for row in plan["printed_summary"]["rows"]:
        figures = " ".join(str(cell["count"]) for cell in row["cells"])
        yield whole, "summary row", f"{titles[row['outcome']].replace('’', chr(39))}: {figures}"
    for number, declaration in enumerate(plan["declarations"], 1):
        if isinstance(declaration["ticked"], bool):
            yield Place(JOINT, f"declaration {number}"), "box", "yes" if declaration["ticked"] else "no"
    priorities = {outcome["id"]: plain_words(f"{outcome['number']} {outcome['title']}") for outcome in plan["outcomes"]}
    yield from ((whole, "strategic priority", title) for title in priorities.values())
    section = {action["id"]: priorities[outcome["id"]] for outcome in plan["outcomes"] for action in outcome["actions"]}
    for action in actions_of(plan):
        place = Place(JOINT, action["code"])
        yield whole, "code", action["code"]
        yield place, "strategic priority", section[action["id"]]
        yield from ((place, "due date", one_date(time["words"])) for time in items(action["timescales"]))
        yield place, "progress", str(action["progress"])
        yield place, "priority", priority_of(action)
        yield place, "number of leads", str(len(items(action["leads"])))
        yield place, "number of sub-actions", str(len(action["sub_actions"]))
        yield from ((place, "date of overall note", shown(note["date"])) for note in action["notes"])
        notes = [note for sub in action["sub_actions"] for note in sub["notes"] if note["date"]]
        for which, note in enumerate(notes, 1):
            there = Place(JOINT, f"{action['code']}, note {which}")
            yield there, "date of sub-action's note", shown(note["date"])


def agency_held(plan: Dump) -> Iterator[Held]:
    whole = Place(AGENCY, WHOLE)
    names = {body["id"]: f"{body['name']} {body['short_name'] or ''}" for body in plan["bodies"]}
    for finding in plan["findings"]:
        for grade in finding["grades"]:
            yield whole, "grade", f"{grade['indicator']}, {grade['area']}: {grade['grade']}"
    for area, outcome in enumerate(plan["outcomes"], 1):
        yield Place(AGENCY, f"area {area}"), "number of actions", str(len(outcome["actions"]))
        for number, action in enumerate(outcome["actions"], 1):
            place = Place(AGENCY, f"{area}.{number}")
            leads = items(action["leads"])
            yield place, "priority", priority_of(action)
            # "December / 2015": the plan shows where a page breaks the cell.
            words = [one_date(time["words"].replace(" / ", " ")) for time in items(action["timescales"])]
            yield from ((place, "timescale", word) for word in words or ["none"])
            yield place, "as above", "yes" if any(lead["as_above"] for lead in leads) else "no"
            named = [names.get(lead["body"], "") for lead in leads if not lead["as_above"]]
            yield from ((place, "lead", lead) for lead in AGENCY_LEADS if any(lead in name for name in named))
    for version in plan["printed_versions"]:
        value = f"{version['version']}, {shown(version['date'])}, {version['state']}, {version['owner']}"
        yield whole, "version", value


def rutland_held(plan: Dump) -> Iterator[Held]:
    for outcome in plan["outcomes"]:
        for action in outcome["actions"]:
            yield Place(RUTLAND, action["number"]), "band", outcome["title"].lower()
    for risk in plan["risks"]:
        yield Place(RUTLAND, f"risk {risk['name']}"), "impact", risk["impact"]


def grades_held(plan: Dump) -> Iterator[Held]:
    yield Place(GRADES, WHOLE), "plan code", plan["code"]
    for finding in plan["findings"]:
        for row in finding["counts"]:
            place = Place(GRADES, row["indicator"])
            yield place, "indicator", plain_words(row["title"])
            for cell in row["counts"]:
                yield place, "number of areas", f"{cell['grade']}: {cell['count']}"
                yield place, "percentage of areas", f"{cell['grade']}: {cell['percent']}"


def falkirk_held(plan: Dump) -> Iterator[Held]:
    whole = Place(FALKIRK, WHOLE)
    for status in plan["status_scheme"]["statuses"]:
        yield whole, "colour", f"{status['label'].lower()}: {status['tone']}"
    for outcome in plan["outcomes"]:
        yield whole, "outcome", outcome["number"]
    for action in actions_of(plan):
        place = Place(FALKIRK, action["number"])
        yield whole, "key action", action["number"]
        rated = isinstance(action["status"], str)
        yield place, "rating", action["status"] if rated else "none"
        yield from ((place, "sub-action", sub["number"]) for sub in action["sub_actions"])
        yield from times_held(place, "target", action)
        for sub in action["sub_actions"]:
            there = Place(FALKIRK, sub["number"])
            yield there, "number of bullets", str(len(sub["points"]))
            yield from times_held(there, "timescale", sub)
        measures = items(action["measures"])
        yield place, "number of measures", str(len(measures))
        yield place, "measures with a percentage", str(sum(is_percent(measure) for measure in measures))
        named = " ; ".join(lead_texts(plan, (action, *action["sub_actions"])))
        yield from ((place, "lead", lead.lower()) for lead in FALKIRK_LEADS if is_named(lead, named))


def is_percent(measure: Dump) -> bool:
    return re.search(r"percentage|%|per cent", f"{measure['text']} {measure['unit'] or ''}", re.I) is not None


def lead_texts(plan: Dump, actions: Iterable[Dump]) -> Iterator[str]:
    bodies = {body["id"]: body for body in plan["bodies"]}
    for action in actions:
        for lead in items(action["leads"]):
            body = bodies.get(lead["body"], {"name": "", "short_name": ""})
            yield from filter(None, (body["name"], body["short_name"], lead["role"], lead["qualifier"]))


def times_held(place: Place, kind: str, entry: Dump) -> Iterator[Held]:
    for time in items(entry["timescales"]):
        yield from ((place, kind, f"{token.kind} {token.value}") for token in tokens(time["words"]))


def priority_of(action: Dump) -> str:
    return action["priority"] if isinstance(action["priority"], str) else "none"


def plain_words(text: str) -> str:
    """A label without its signs: an apostrophe or a full stop is not what it says."""
    return " ".join(re.sub(r"[^\w\s]", "", text.replace("-", " ")).lower().split())


def one_date(text: str) -> str:
    """The date that `text` is, or its words where it is none."""
    found = [token.value for token in tokens(text) if token.kind == "date"]
    return " and ".join(found) or text


def shown(day: date | None) -> str:
    return one_date(f"{day.day}-{day.strftime('%b')}-{day.year}") if day else "none"


# What the plans say in a place


def plan_texts(plans: Mapping[str, Dump]) -> dict[Place, frozenset[Token]]:
    """The values that stand in the text of each place."""
    texts = {place: found for name in PLANS for place, found in places(name, plans[name])}
    return {place: frozenset(token for text in found for token in said(text)) for place, found in texts.items()}


@cache
def said(text: str) -> tuple[Token, ...]:
    """The values in one text of a plan; plans that differ in one text share the rest."""
    return (*tokens(re.sub(WEB, " ", text)), *signs(text))


def signs(text: str) -> Iterator[Token]:
    """What tokens of running text are not: addresses of pages, and words of status."""
    yield from (Token("web address", link) for link in re.findall(WEB, text))
    yield from (Token("status word", word.lower()) for word in re.findall(r"\b(?:complete|ongoing)\b", text, re.I))


def places(name: str, plan: Dump) -> Iterator[tuple[Place, list[str]]]:
    frame = {key: value for key, value in plan.items() if key != "outcomes"}
    yield Place(name, WHOLE), list(strings(plan))
    yield Place(name, FRAME), list(strings(frame))
    for outcome_number, outcome in enumerate(plan["outcomes"], 1):
        for number, action in enumerate(outcome["actions"], 1):
            if name == JOINT:
                yield from joint_places(action)
            elif name == AGENCY:
                own = {key: value for key, value in action.items() if key not in ("timescales", "readings")}
                readings = [reading for reading in action["readings"] if reading["field"] != "timescales"]
                status = [action["status"]] if isinstance(action["status"], str) else []
                issues = [issue for issue in outcome["key_issues"] if action["id"] in issue["actions"]]
                linked = linked_texts(plan, action["id"], action)
                row = [*strings(own), *strings(readings), *status, *strings(issues), *linked]
                yield Place(name, f"{outcome_number}.{number}"), row
            elif name == FALKIRK:
                yield Place(name, action["number"]), list(strings(action, "timescales"))


def joint_places(action: Dump) -> Iterator[tuple[Place, list[str]]]:
    code, subs = action["code"], action["sub_actions"]
    yield Place(JOINT, f"{code}, description"), [action["title"], action["text"] or ""]
    yield Place(JOINT, f"{code}, overall note"), list(strings(action["notes"]))
    yield Place(JOINT, f"{code}, sub-actions"), list(strings(subs))
    for number, sub in enumerate(subs, 1):
        yield Place(JOINT, f"{code}, sub-action {number}"), list(strings(sub))


def note_texts(plan: Dump) -> Iterator[tuple[str, str]]:
    """Each note of an action or of its sub-actions, with the row that it belongs to: a code, or area and number."""
    for area, outcome in enumerate(plan["outcomes"], 1):
        for number, action in enumerate(outcome["actions"], 1):
            for each in (action, *action["sub_actions"]):
                told = (note["text"] for note in each["notes"] if isinstance(note["text"], str))
                yield from ((action["code"] or f"{area}.{number}", text) for text in told)


def linked_texts(plan: Dump, action_id: str, action: Dump) -> Iterator[str]:
    """What the plan says of an action elsewhere: its evidence, and decisions on it."""
    wanted = {ref for each in (action, *action["sub_actions"]) for ref in each["evidence"]}
    for evidence in plan["evidence"]:
        if evidence["id"] in wanted:
            yield from strings(evidence)
    for decision in plan["decisions"]:
        if action_id in decision["affects"]:
            yield from strings(decision)


# Labels and links of entries say nothing; nor do days of notes, which are facts of their own, notes on where another
# plan differs, whose dates are the other plan's, and figures that are facts of a table.
NOT_SAID = frozenset(
    {"accepted", "affects", "computed", "counts", "covers", "id", "number", "printed_summary", "printed_versions"}
    | {"related", "schema_version"}
)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")  # the id of another entry


def strings(value: Any, *left_out: str) -> Iterator[str]:
    """Every text and figure within `value`."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in NOT_SAID or key in left_out or (key == "date" and "text" in value):
                continue
            yield from strings(inner, *left_out)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner, *left_out)
    elif isinstance(value, date):
        yield shown(value)
    elif value is not None and not isinstance(value, bool) and not SLUG.fullmatch(str(value)):
        yield str(value)
