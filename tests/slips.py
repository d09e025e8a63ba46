"""Slips that officers make in a plan file, what they are told, and how somebody does that, to the letter."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.errors import Problem

NBSP = "\u00a0"


@dataclass(frozen=True)
class Slip:
    """`before` becomes `after` in the plan; the problem told first has the code `told`, on the line that holds `at`.

    `after` is the file as a whole where `before` is "". `at` counts lines from the first that `after` changes.
    `same` is whether the plan says the same as before the slip, once the advice was followed.
    """

    name: str
    before: str
    after: str
    told: str
    at: int = 0
    same: bool = True


AMBER = "        status: amber\n"
LEADS = "        leads: [social-work]\n        # By when"
TITLE = "title: Agree a contract with a provider of advocacy"
DATE = "timescales: [28 February 2026]"
NOTE = "text: Two of the four teams offer it. The others wait for a contract with a provider."
SYNTAX = "yaml-syntax"

SLIPS = (
    # A line that starts in another column
    Slip("a key one space left", AMBER, AMBER[1:], SYNTAX),
    Slip("a key one space right", AMBER, f" {AMBER}", SYNTAX),
    Slip("a key two spaces right", LEADS, f"  {LEADS}", SYNTAX),
    Slip("a key two spaces left", LEADS, LEADS[2:], SYNTAX),
    Slip("an item one space right", "    - id: amber\n", "     - id: amber\n", SYNTAX),
    Slip("an item one space left", "    - id: amber\n", "   - id: amber\n", SYNTAX),
    Slip("a key of an item one space right", "      label: Amber\n", "       label: Amber\n", SYNTAX),
    Slip("an action one space left", "      - id: a-2-2\n", "     - id: a-2-2\n", SYNTAX),
    Slip("an action one space right", "      - id: a-2-2\n", "       - id: a-2-2\n", SYNTAX),
    Slip("a first key one space left", "  start: 2026-01-01\n", " start: 2026-01-01\n", SYNTAX),
    Slip("a pasted line at the margin", NOTE, NOTE.replace(" The others", "\nThe others"), SYNTAX, 1),
    Slip(
        "two pasted lines at the margin",
        NOTE,
        NOTE.replace(" of the", "\nof the").replace(" The o", "\nThe o"),
        SYNTAX,
        1,
    ),
    Slip("a text not indented", "introduction: |\n  The committee", "introduction: |\nThe committee", SYNTAX, 1),
    Slip("a text without its mark", "introduction: |\n", "introduction:\n", SYNTAX),
    Slip("a tab", AMBER, "\tstatus: amber\n", "yaml-tab"),
    # Signs that are missing, or others than they look
    Slip("spaces that do not break as indent", AMBER, f"    {NBSP * 4}status: amber\n", SYNTAX),
    Slip("nothing but such spaces as indent", AMBER, f"{NBSP * 8}status: amber\n", SYNTAX),
    Slip("such a space after the colon", AMBER, f"        status:{NBSP}amber\n", SYNTAX),
    Slip("such a space after the hyphen", "    - id: amber\n", f"    -{NBSP}id: amber\n", SYNTAX),
    Slip("a hyphen without its space", "          - date: 2025-12-04\n", "          -date: 2025-12-04\n", SYNTAX),
    Slip("an item's hyphen without its space", "          - Annually ", "          -Annually ", "value-shape"),
    Slip("a dash for a hyphen", "    - id: amber\n", "    – id: amber\n", SYNTAX),
    Slip(
        "a list's first hyphen left out",
        "        sub_actions:\n          - id: a-1-11\n",
        "        sub_actions:\n            id: a-1-11\n",
        SYNTAX,
        1,
    ),
    Slip("no space after the colon", AMBER, "        status:amber\n", SYNTAX),
    Slip("no colon", AMBER, "        status amber\n", SYNTAX),
    Slip("a semicolon for the colon", AMBER, "        status; amber\n", SYNTAX),
    Slip("an equals sign for the colon", AMBER, "        status = amber\n", SYNTAX),
    Slip("a colon of another alphabet", AMBER, "        status：amber\n", SYNTAX),
    Slip("a comment without its space", "as_at: 2026-01-31          # the day", "as_at: 2026-01-31# the day", SYNTAX),
    Slip(
        "a merge left unfinished",
        AMBER,
        f"<<<<<<< ours\n{AMBER}=======\n        status: green\n>>>>>>> theirs\n",
        SYNTAX,
    ),
    # Quotation marks and brackets
    Slip("a quotation mark not closed", 'number: "1.1"\n', 'number: "1.1\n', SYNTAX),
    Slip("a quotation mark not opened", 'number: "1.1"\n', 'number: 1.1"\n', "text-quotation"),
    Slip("a single one not closed", TITLE, TITLE.replace("Agree", "'Agree"), SYNTAX),
    Slip("an apostrophe in single ones", TITLE, "title: 'Agree the children's contract'", SYNTAX, same=False),
    Slip("quotation marks in others", TITLE, 'title: "Agree a "good" contract"', SYNTAX, same=False),
    Slip("curly ones", 'number: "1.1"', "number: “1.1”", "text-quotation"),
    Slip("curly ones round a colon", TITLE, "title: “Agree: a contract”", SYNTAX, same=False),
    Slip("a bracket not closed", DATE, DATE[:-1], SYNTAX),
    Slip("a bracket not opened", DATE, DATE.replace("[", ""), "value-shape"),
    Slip("a colon in a title", TITLE, "title: Advocacy: agree a contract", SYNTAX, same=False),
    Slip("a colon in a note", NOTE, NOTE.replace("it. The", "it. Next: the"), SYNTAX, same=False),
    Slip("a number sign in a title", TITLE, "title: Agree contract #2", "text-cut", same=False),
    Slip("a percent sign first", 'unit: "% of children"', "unit: % of children", SYNTAX),
    Slip("a star first", TITLE, TITLE.replace("Agree", "*Agree"), SYNTAX, same=False),
    Slip("a star before one word", TITLE, "title: *Agree", "yaml-anchor", same=False),
    Slip("a backtick first", TITLE, "title: `Agree` a contract", SYNTAX, same=False),
    Slip("a hyphen for no value", AMBER, "        status: -\n", SYNTAX, same=False),
    # Ids
    Slip("an id deleted", "      - id: a-1-1\n        number", "      - number", "id-lost"),
    Slip("an id's line deleted", "      - id: a-1-2\n", "", "yaml-item-joined"),
    Slip("a sub-action's id deleted", "          - id: a-1-12\n            number", "          - number", "id-lost"),
    Slip("an outcome's id deleted", "  - id: o-2\n    number", "  - number", "id-lost"),
    Slip("an id renamed", "      - id: a-1-1\n", "      - id: a-1-one\n", "id-changed"),
    Slip("an id used twice", "      - id: a-1-2\n", "      - id: a-1-1\n", "id-duplicate"),
    Slip("an id in capitals", "      - id: a-1-2\n", "      - id: A-1-2\n", "id-malformed"),
    Slip("the plan's id renamed", "id: kinbrae-example ", "id: kinbrae-plan ", "plan-folder"),
    # Words of the plan
    Slip("a key in capitals", AMBER, "        Status: amber\n", "key-unknown"),
    Slip(
        "a key with a hyphen",
        "        sub_actions:\n          - id: a-1-11",
        "        sub-actions:\n          - id: a-1-11",
        "key-unknown",
    ),
    Slip("a key in the singular", LEADS, LEADS.replace("leads", "lead"), "key-unknown"),
    Slip("another word for a key", DATE, "due: 28 February 2026", "key-unknown"),
    Slip("a key twice", AMBER, f"{AMBER}        status: green\n", "yaml-duplicate-key", 1),
    Slip("a rating by its label", AMBER, "        status: Amber\n", "status-unknown"),
    Slip("a rating misspelt", AMBER, "        status: ambar\n", "status-unknown"),
    Slip("a rating of another legend", AMBER, "        status: yellow\n", "status-unknown", same=False),
    Slip("a lead misspelt", LEADS, LEADS.replace("social", "socail"), "body-unknown"),
    Slip("a lead by its name", LEADS, LEADS.replace("social-work", "Kinbrae Council Social Work"), "body-unknown"),
    Slip("a lead that is not listed", LEADS, LEADS.replace("social-work", "housing"), "body-unknown", same=False),
    Slip("a lead and no list", LEADS, LEADS.replace("[social-work]", "social-work"), "value-shape"),
    Slip("evidence misspelt", "evidence: [e-1]", "evidence: [e-2]", "reference-unknown"),
    Slip("no value", TITLE, "title:", "value-empty", same=False),
    Slip("a percentage with its sign", AMBER, f"{AMBER}        progress: 60%\n", "number-unreadable", 1, same=False),
    Slip("a private note", NOTE, f"internal: Ask the provider again\n            {NOTE}", "private-in-plan"),
    Slip("no schema", "schema: 1\n", "", "schema-first"),
    # Days
    Slip("a day as people write it", "date: 2025-12-04", "date: 04/12/2025", "date-unreadable"),
    Slip("a day in words", "date: 2025-12-04", "date: 4 December 2025", "date-unreadable"),
    Slip("a weekday with a comma", DATE, "timescales: [Saturday, 28 February 2026]", "timescale-unread", same=False),
    Slip("a comma before the year", DATE, "timescales: [28 February, 2026]", "timescale-unread", same=False),
    Slip("the month first", DATE, "timescales: [2/28/2026]", "timescale-unread", same=False),
    Slip("a day that is not there", DATE, "timescales: [30 February 2026]", "timescale-unread", same=False),
    Slip("no year", DATE, "timescales: [February]", "timescale-unread", same=False),
)

Rule = Callable[[list[str], Problem, re.Match[str]], None]
RULES: list[tuple[str, Rule]] = []


def obeys(advice: str) -> Callable[[Rule], Rule]:
    """Registers how `advice`, a pattern for what a problem says to do, is followed."""

    def register(rule: Rule) -> Rule:
        RULES.append((advice, rule))
        return rule

    return register


def obey(text: str, problem: Problem) -> str:
    """The plan file `text` after somebody did what `problem` says, and nothing else."""
    lines = text.split("\n")
    for advice, rule in RULES:
        if match := re.fullmatch(advice, problem.do):
            rule(lines, problem, match)
            return "\n".join(lines)
    raise AssertionError(f"nobody knows how to follow: {problem.do}")


def _parts(lines: list[str], problem: Problem) -> tuple[int, str, str]:
    """The place of the problem's line, the line before the problem, and the rest of it."""
    place, column = problem.position.line - 1, problem.position.column - 1
    return place, lines[place][:column], lines[place][column:]


def _replace_word(lines: list[str], problem: Problem, word: str) -> None:
    place, before, rest = _parts(lines, problem)
    old = str(problem.values.get("key") or problem.values["value"])
    assert rest.startswith(old)
    lines[place] = before + word + rest.removeprefix(old)


@obeys(r"write: (.*)")
def _(lines, problem, match):
    place = problem.position.line - 1
    lines[place] = lines[place][: len(lines[place]) - len(lines[place].lstrip())] + match[1]


@obeys(r"(?:start it in column (\d+), .*|put '- ' before it, the hyphen in column (\d+))")
def _(lines, problem, match):
    place = problem.position.line - 1
    hyphen = "- " if match[2] else ""
    lines[place] = " " * (int(match[1] or match[2]) - 1) + hyphen + lines[place].lstrip()


@obeys(r"start these (\d+) lines in column (\d+), .*")
def _(lines, problem, match):
    first = problem.position.line - 1
    for place in range(first, first + int(match[1])):
        lines[place] = " " * (int(match[2]) - 1) + lines[place].lstrip()


@obeys(r"if another item starts here, put '- ' before '(.*)', the hyphen in column (\d+)")
def _(lines, problem, match):
    place = problem.position.line - 1
    assert lines[place].lstrip().startswith(match[1])
    lines[place] = " " * (int(match[2]) - 1) + "- " + lines[place].lstrip()


@obeys(r"put (\d+) spaces before each line of the text")
def _(lines, problem, match):
    place = problem.position.line - 1
    while lines[place].strip() and not lines[place].startswith(" "):
        lines[place] = " " * int(match[1]) + lines[place]
        place += 1


@obeys("use spaces, as the lines above and below do")
def _(lines, problem, match):
    place = problem.position.line - 1
    above = next(line for line in reversed(lines[:place]) if line.strip() and "#" not in line)
    lines[place] = above[: len(above) - len(above.lstrip())] + lines[place].lstrip()


@obeys("type plain spaces in the place of these")
def _(lines, problem, match):
    lines[problem.position.line - 1] = lines[problem.position.line - 1].replace(NBSP, " ")


@obeys("put a space before the #")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    lines[place] = f"{before} {rest}"


@obeys(r"put (?:a space after the hyphen|the opening bracket before it|both in one pair of quotation marks): (.*)")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    comment = re.search(r" +#.*$", rest)
    end = "]" if "quotation marks" in match[0] else ""
    lines[place] = f"{before}{match[1]}{end}{comment[0] if comment else ''}"


@obeys(r"write '(id: .*)' as its first line")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    lines[place] = f"{before}{match[1]}\n{' ' * len(before)}{rest}"


@obeys(r"write '(.*)' again, or accept it with a reason.*")
def _(lines, problem, match):
    _replace_word(lines, problem, match[1])


@obeys(r'write ("[^"]*"), or accept it with a reason')
def _(lines, problem, match):
    place, before, _ = _parts(lines, problem)
    lines[place] = before + match[1]


@obeys(r"write 'id: ([\w-]+)', or rename the folder .*")
def _(lines, problem, match):
    _replace_word(lines, problem, match[1])


@obeys(r"did you mean '(.*)'\?")
def _(lines, problem, match):
    _replace_word(lines, problem, match[1])


@obeys(r"use (?!small)([\w-]+)(?:,? .*)?")
def _(lines, problem, match):
    _replace_word(lines, problem, match[1])


@obeys(r"use small letters, digits and hyphens, a letter first, 40 at most, as (.*)")
def _(lines, problem, match):
    _replace_word(lines, problem, match[1])


@obeys(
    r"write (?:digits only, as )?([\d-]+|\d+ [A-Z][a-z]+ \d{4} if the month stands first, or accept it with a reason)"
)
def _(lines, problem, match):
    _replace_word(lines, problem, match[1].partition(" if ")[0])


@obeys("(mend the day|add the year), or accept it with a reason")
def _(lines, problem, match):
    value = str(problem.values["value"])
    _replace_word(lines, problem, "27 February 2026" if match[1] == "mend the day" else f"{value} 2026")


@obeys("write a value, or take the line out|keep one of them")
def _(lines, problem, match):
    del lines[problem.position.line - 1]


@obeys(r"give it one, or write '(status: .*)'")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    lines[place] = f"{before}{rest}\n{' ' * len(before)}{match[1]}"


@obeys("keep one of the two versions, and take out the lines that start with <<<<<<<, ======= and >>>>>>>")
def _(lines, problem, match):
    text = "\n".join(lines)
    lines[:] = re.sub(r"<{7}.*\n((?:.*\n)*?)={7}\n(?:.*\n)*?>{7}.*\n", r"\1", text).split("\n")


@obeys("put each item on a line of its own, after '- '")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    indent = " " * (len(before) - len(before.lstrip()) + 2)
    lines[place] = f"{before.rstrip()}\n{indent}- {rest}"


@obeys("give this one another id")
def _(lines, problem, match):
    _replace_word(lines, problem, "a-1-2")


@obeys("start the file with 'schema: 1'")
def _(lines, problem, match):
    lines.insert(problem.position.line - 1, "schema: 1")


@obeys(r"put the text in quotation marks, or a space after # if it is a comment")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    lines[place] = f'{before}"{rest}"'


@obeys(r"write the value out where it is needed, or put it in quotation marks if it starts with the sign")
def _(lines, problem, match):
    place, before, rest = _parts(lines, problem)
    lines[place] = f'{before}"{rest}"'


@obeys(r"add it to 'bodies', with its 'id' and its 'name'; .*")
def _(lines, problem, match):
    value = problem.values["value"]
    lines.insert(lines.index("bodies:") + 1, f"  - {{id: {value}, name: Kinbrae Council Housing}}")


@obeys(r"give it one, or take the line out .*")
def _(lines, problem, match):
    lines[problem.position.line - 1] += " Agree a contract"
