"""One broken sample for every kind of problem that a plan.yaml in `plans/broken/` cannot show.

Each function breaks one thing in a council's folder and gives back what the program says of it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Any
from unittest.mock import patch

from generator.authoring.folder import read_folder, read_source
from generator.authoring.publish import redact, withdraw
from generator.editions import Again, Copy, approving_body, only_writer, problems_ahead, witnessed
from generator.editions.store import NEW_LOCK
from generator.errors import PlanError, Position, Problem
from generator.plan.yaml_tree import MOST_PROBLEMS
from generator.problems import YAML_TAB
from generator.site.build import build_site
from generator.site.links import check_links
from tests.conftest import small_plan
from tests.council_folder import publish_anew
from tests.pictures import PNG, drawn, huge_png, noise_png
from tests.shelves import DAYS, LOCK, TODAY, fill, lines_of, publish_on, sound, write_lines

SETTINGS = """\
site_name: Improvement plans
docs_dir: content
theme:
  name: material
plugins:
  - plans
extra:
  publisher: Anytown Council
  contact:
    role: The plans team
    phone: "101"
  help:
    lines:
      - text: If a child is in danger now
        phone: "999"
  menu:
    - about
"""
PLAN = """\
schema: 1
id: anytown
title: Anytown plan
publisher: Anytown Council
outcomes:
  - id: o-1
    title: Children are heard
"""
PAGE = "# About\n\nWhat this site is.\n"

Sample = Callable[[Path], tuple[Problem, ...]]
SAMPLES: dict[str, tuple[Sample, str]] = {}


def council(folder: Path, **files: str | bytes) -> Path:
    """`folder` as a council's folder in which nothing is wrong; `files` replace or add some, by their names below."""
    names = {
        **{"settings": "mkdocs.yml", "plan": "plans/anytown/plan.yaml", "page": "content/about.md"},
        **{"statement": "content/accessibility.md", "formats": "content/formats.md"},
    }
    own: dict[str, str | bytes] = {"settings": SETTINGS, "plan": PLAN, "page": PAGE}
    contents = {**own, "statement": "# Accessibility statement\n", "formats": "# Other formats\n", **files}
    for name, text in contents.items():
        path = folder / names.get(name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def problems_in(folder: Path, *, with_private: bool = False) -> tuple[Problem, ...]:
    """What `plans check` finds in a council's folder."""
    return (read_folder(folder).source if with_private else read_source(folder)).problems


def sample(code: str, message: str) -> Callable[[Sample], Sample]:
    """Puts the function below it among the samples: it raises `code` and no other, and says `message`."""

    def put(make: Sample) -> Sample:
        assert code not in SAMPLES, code
        SAMPLES[code] = make, message
        return make

    return put


# Files that are not there, or too large to keep as samples


@sample(
    "file-missing",
    "plans/anytown/plan.yaml: there is no such file; put the plan there, or take its folder out of plans/",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (council(folder) / "plans/anytown/plan.yaml").unlink()
    return problems_in(folder)


@sample(
    "file-unreadable",
    "plans/anytown/plan.yaml: this cannot be read: too many levels of symbolic links; "
    "let the account that runs plans read it",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (council(folder) / "plans/anytown/plan.yaml").unlink()
    (folder / "plans/anytown/plan.yaml").symlink_to("plan.yaml")
    return problems_in(folder)


@sample(
    "file-kind",
    "plans/anytown/plan.yaml: a folder stands where a file is meant; take it away, and put the file there",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (council(folder) / "plans/anytown/plan.yaml").unlink()
    (folder / "plans/anytown/plan.yaml").mkdir()
    return problems_in(folder)


@sample(
    "file-too-large",
    "plans/anytown/plan.yaml: the file is larger than 5,000,000 bytes; "
    "split the plan or take out what is not part of it",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, plan=PLAN + "# A very long remark\n" * 240_000))


@sample("yaml-too-many", "plans/anytown/plan.yaml:7:499981: the file holds more than 250,000 values; split the plan")
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, plan=PLAN.replace("Children are heard", f"[{'a,' * 250_000}]")))


@sample(
    "yaml-stopped",
    "plans/anytown/plan.yaml:107:1: reading stopped here, after 100 problems; mend those, then try again",
)
def _(folder: Path) -> tuple[Problem, ...]:
    found = problems_in(council(folder, plan=PLAN + "\t# a remark\n" * 200))
    tabs = [problem for problem in found if problem.kind is YAML_TAB]
    assert len(tabs) == MOST_PROBLEMS
    return tuple(problem for problem in found if problem not in tabs)


@sample(
    "text-disguised",
    "plans/anytown/plan.yaml:7:12: outcomes[1].title: 'Ch\u0456ldren' is not what it looks like: it holds U+0456 "
    "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I; delete the word and type it again",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, plan=PLAN.replace("Children", "Ch\u0456ldren")))


# private.yaml


def registered(folder: Path, question: str) -> tuple[Problem, ...]:
    """What is found in a plan with this question and one person in the register."""
    private = "schema: 1\npeople:\n  - name: Alba Quist\n    initials: AQ\n"
    plan = f"{PLAN}    question: {question}\n"
    return problems_in(council(folder, plan=plan, **{"plans/anytown/private.yaml": private}), with_private=True)


@sample(
    "privacy-registered-person",
    "plans/anytown/plan.yaml:8:15: outcomes[1].question: 'Alba Quist' is somebody of the people register in "
    "private.yaml; take it out, and name the role",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return registered(folder, "Does Alba Quist hear them?")


@sample(
    "privacy-registered-part",
    "plans/anytown/plan.yaml:8:15: outcomes[1].question: 'Quist' is a part of a name in the people register, or "
    "somebody's initials; take it out; if it tells of nobody, accept it with a reason, as o-1-5c28e79a",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return registered(folder, "Does Quist hear them?")


@sample(
    "private-id-unknown",
    "plans/anytown/private.yaml:3:3: notes.o-2: there is nothing with the id 'o-2' in the plan; "
    "use an id that stands in plan.yaml",
)
def _(folder: Path) -> tuple[Problem, ...]:
    private = "schema: 1\nnotes:\n  o-2:\n    - text: Ask again in May.\n"
    return problems_in(council(folder, **{"plans/anytown/private.yaml": private}), with_private=True)


@sample(
    "private-authors",
    "plans/anytown/private.yaml:3:3: authors.o-1: 'o-1' has 2 notes in the plan, and 1 author here; "
    "give one author for each note, in the notes' order; write '-' where there is none",
)
def _(folder: Path) -> tuple[Problem, ...]:
    plan = PLAN + "    notes:\n      - text: Twelve were asked.\n      - text: Nine answered.\n"
    private = "schema: 1\nauthors:\n  o-1: [JS]\n"
    return problems_in(council(folder, plan=plan, **{"plans/anytown/private.yaml": private}), with_private=True)


# mkdocs.yml


@sample(
    "setting-unknown", "mkdocs.yml:1:1: publisher: 'publisher' is not a setting of this program; move it under 'extra:'"
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"publisher: Anytown Council\n{SETTINGS}"))


@sample("setting-fixed", "mkdocs.yml:2:11: docs_dir: 'docs_dir' must be content; write it so")
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=SETTINGS.replace("docs_dir: content", "docs_dir: pages")))


@sample(
    "setting-runs",
    "mkdocs.yml:1:1: hooks: 'hooks' lets the command mkdocs run programs before this one can refuse the file; "
    "take it out, and find out who wrote it; never run mkdocs in a folder in which plans check finds this",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"hooks: [theirs.py]\n{SETTINGS}"))


@sample(
    "timezone-unknown",
    "mkdocs.yml:18:13: extra.timezone: 'Scotland' is not a time zone; write one such as Europe/London",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"{SETTINGS}  timezone: Scotland\n"))


@sample("language-unknown", "mkdocs.yml:18:13: extra.language: the language 'tlh' is not there yet; use {languages}")
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"{SETTINGS}  language: tlh\n"))


@sample(
    "menu-page",
    "mkdocs.yml:18:7: extra.menu[2]: the menu names 'news', and content/ holds no such page; "
    "write the name of a file in content/ without '.md'",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"{SETTINGS}    - news\n"))


@sample(
    "alias-plan",
    "mkdocs.yml:20:13: extra.aliases[1].plan: this alias leads to 'nowhere', and plans/ holds no such plan; "
    "write the id that the plan has now",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"{SETTINGS}  aliases:\n    - old: old\n      plan: nowhere\n"))


@sample(
    "alias-taken",
    "mkdocs.yml:19:12: extra.aliases[1].old: 'about' is the address of a plan, a page or another alias, so nothing can "
    "lead on from it; take the alias out, or give the other thing another name",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"{SETTINGS}  aliases:\n    - old: about\n      plan: anytown\n"))


@sample(
    "phone-malformed",
    "mkdocs.yml:15:16: extra.help.lines[1].phone: '999 or 101' is not a phone number; "
    "write digits, spaces, hyphens and brackets only; a + may stand first",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=SETTINGS.replace('"999"', '"999 or 101"')))


BRAND = SETTINGS + "  brand:\n    "


@sample(
    "colour-malformed",
    "mkdocs.yml:19:13: extra.brand.accent: 'teal' is not a colour; "
    'write # and six digits or letters a to f in quotation marks, as "#00525c"',
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f"{BRAND}accent: teal\n"))


@sample(
    "accent-contrast",
    "mkdocs.yml:19:13: extra.brand.accent: the accent #e30613 stands off from the page by 4.4 to 1, "
    "and text needs 7 to 1; use #aa040e, the nearest darker colour that does, or a darker one",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=f'{BRAND}accent: "#E30613"\n'))


def crested(folder: Path, name: str, data: bytes) -> tuple[Problem, ...]:
    """What is wrong with the crest `data`."""
    return problems_in(council(folder, settings=f"{BRAND}crest: {name}\n", **{f"content/images/{name}": data}))


@sample(
    "crest-large",
    "content/images/crest.png: the crest is larger than 30,000 bytes, and every reader fetches it; "
    "save it smaller: 112 pixels are high enough",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return crested(folder, "crest.png", noise_png())


@sample(
    "crest-drawing",
    "content/images/crest.svg:1:59: <script> may not stand in a drawing that browsers open; "
    "save the drawing as plain shapes, or the crest as PNG or WebP",
)
def _(folder: Path) -> tuple[Problem, ...]:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    return crested(folder, "crest.svg", drawing)


@sample(
    "crest-nameless",
    "content/images/crest.svg: the drawing does not say that it is SVG, so no browser shows it; "
    'start it with <svg xmlns="http://www.w3.org/2000/svg">, or save the crest as PNG or WebP',
)
def _(folder: Path) -> tuple[Problem, ...]:
    return crested(folder, "crest.svg", b'<svg viewBox="0 0 9 9"><path/></svg>')


@sample(
    "crest-size",
    "content/images/crest.svg: the drawing does not say in numbers how large it is; "
    'give its first tag a viewBox, such as viewBox="0 0 100 80"',
)
def _(folder: Path) -> tuple[Problem, ...]:
    return crested(folder, "crest.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="50mm"/>')


@sample(
    "crest-shape",
    "content/images/crest.svg: the crest is so long and narrow that in the header it is less than 4 pixels across; "
    "cut it to the crest itself, without empty room round it",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return crested(folder, "crest.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 9"/>')


# content/


@sample(
    "content-html",
    "content/about.md:3:1: <iframe> would not be published; "
    "write it as Markdown: headings, paragraphs, lists, links, images, tables with a caption",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page='# About\n\n<iframe src="https://example.org/"></iframe>\n'))


@sample(
    "privacy-office-phone",
    "content/about.md:3:14: text: '01632 960 779' may be a person's own phone; put a team's number under 'contact' or "
    "'help' in mkdocs.yml, or accept it with a reason, as about-f9161a4a under 'accepted' in mkdocs.yml",
)
def _(folder: Path) -> tuple[Problem, ...]:
    plan = f"{PLAN}example: {{kind: Invented example, text: Nobody here exists.}}\n"
    return problems_in(council(folder, page="# About\n\nSwitchboard: 01632 960 779\n", plan=plan))


@sample(
    "content-heading",
    "content/about.md:1:1: the page does not start with one '# ' heading; give it one, and only one",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page="What this site is.\n"))


@sample(
    "content-image",
    "content/about.md:3:12: the image '../images/crest.png' has no words for people who cannot see it; "
    "write them between the square brackets",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page="# About\n\n![](images/crest.png)\n", **{"content/images/crest.png": PNG}))


def shown(folder: Path, name: str, data: bytes) -> tuple[Problem, ...]:
    """What is wrong with the image `data` that a page shows."""
    return problems_in(
        council(folder, page=f"# About\n\n![A hall](<images/{name}>)\n", **{f"content/images/{name}": data})
    )


@sample(
    "image-place",
    "content/about.md:3:11: the image 'https://anytown.example/hall.png' is not one of content/images/; "
    "put a copy there, and write ![what it shows](images/hall.png)",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page="# About\n\n![A hall](https://anytown.example/hall.png)\n"))


@sample(
    "image-name",
    "content/images/Hall.png: the name 'Hall.png' cannot be an image's address; "
    "use small letters, digits and hyphens, and one of .png, .jpg, .jpeg, .webp or .gif at the end",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return shown(folder, "Hall.png", PNG)


@sample(
    "image-outside",
    "content/images/hall.png: this is a link that leads out of content/images/; put a copy of the image here instead",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (folder / "hall.png").write_bytes(PNG)
    (folder / "content/images").mkdir(parents=True)
    (folder / "content/images/hall.png").symlink_to(folder / "hall.png")
    return shown(folder, "hall.png", PNG)


@sample("image-type", "content/images/hall.png: this is not a PNG image; save the image again as a PNG image")
def _(folder: Path) -> tuple[Problem, ...]:
    return shown(folder, "hall.png", b"GIF89a")


@sample(
    "image-damaged",
    "content/images/hall.png: this image is damaged or cut off, so it cannot be shown; "
    "export it again from the program that made it",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return shown(folder, "hall.png", PNG[:60])


@sample(
    "image-animated",
    "content/images/hall.gif: this image moves, which keeps some people from reading; save one picture of it alone",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (folder / "content/images").mkdir(parents=True)
    drawn().save(folder / "moving.gif", save_all=True, append_images=[drawn().rotate(90)])
    return shown(folder, "hall.gif", (folder / "moving.gif").read_bytes())


@sample(
    "image-large",
    "content/images/hall.png: this image has more than 40 million pixels; "
    "save it smaller: 2,000 pixels are wide enough for a page",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return shown(folder, "hall.png", huge_png(8_000, 5_001))


@sample(
    "content-table",
    "content/about.md:3:1: a table has no caption; write it as HTML with a <caption> that says what it shows",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page="# About\n\n| Month | Reports |\n|---|---|\n| May | 2 |\n"))


@sample(
    "content-name",
    "content/About us.md: the name 'About us.md' cannot be an address; "
    "use small letters, digits and hyphens, and .md at the end",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, **{"content/About us.md": PAGE}))


@sample(
    "content-outside",
    "content/about.md: this is a link that leads out of content/; put a copy of the page here instead",
)
def _(folder: Path) -> tuple[Problem, ...]:
    council(folder)
    (folder / "content/about.md").rename(folder / "about.md")
    (folder / "content/about.md").symlink_to("../about.md")
    return problems_in(folder)


@sample(
    "content-tangled",
    "content/about.md:3:1: the page has more than 2,000 times '[', which would take too long to read; "
    "take out what is no text for people, or split the page",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page=f"# About\n\n{'[' * 2_001}\n"))


@sample("address-duplicate", "content/anytown.md: two pages want the address 'anytown'; rename one of them")
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, **{"content/anytown.md": PAGE}))


@sample(
    "content-missing",
    "content/accessibility.md: the foot of every page should lead to an accessibility statement, "
    "and content/ holds no such page; write it; 'plans new' makes a folder with one to start from",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (council(folder) / "content/accessibility.md").unlink()
    return problems_in(folder)


# The finished site


def site(folder: Path, html: str) -> tuple[Problem, ...]:
    """What is wrong with a site of one page."""
    (folder / "index.html").write_text(html, "utf-8")
    return check_links(folder)


@sample(
    "link-dead",
    "index.html:2:4: the link to 'plans/' leads nowhere; mend the page that holds it, or make the page it wants",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return site(folder, '<p id="top">\n<b><a href="plans/">Plans</a></b></p>\n')


@sample(
    "third-party",
    "index.html:1:1: the page fetches 'https://example.org/x.js' from another site, which then learns who reads it; "
    "put a copy on this site, or link to it",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return site(folder, '<script src="https://example.org/x.js"></script>\n')


@sample("anchor-dead", "index.html:1:1: the link to '#help' leads to a page with no such place; mend the link")
def _(folder: Path) -> tuple[Problem, ...]:
    return site(folder, '<a href="#help">Help</a>\n')


@sample("page-id-duplicate", "index.html:2:1: the id 'a-1' stands twice on one page; give one of the two another id")
def _(folder: Path) -> tuple[Problem, ...]:
    return site(folder, '<p id="a-1"></p>\n<p id="a-1"></p>\n')


# Editions


def with_editions(folder: Path) -> Path:
    """The plan's folder in a council's folder, with three editions."""
    return fill(council(folder) / "plans/anytown")


@sample(
    "lock-line",
    "plans/anytown/editions.lock:2:1: this line fails: it does not follow the line before it: a line was changed, "
    "taken out, added or moved; put the lock back as it was last published from a backup, from git, or with: plans "
    "recover anytown --from FOLDER-OR-ADDRESS",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = with_editions(folder)
    first, _, last = lines_of(place)
    write_lines(place, [first, last])
    return problems_in(folder)


@sample(
    "file-foreign",
    "plans/anytown/plan.yaml: this is a Word, Excel or other office file, and a plan is a text file; keep it "
    "elsewhere, and put the text file in its place; 'plans new' makes one to start from",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, plan=b"PK\x03\x04\x14\x00"))


@sample(
    "id-lost",
    "plans/anytown/plan.yaml:9:9: outcomes[1].actions[1]: this action has no id, and was 'a-1-1' in the edition of "
    "29 March 2019; "
    "write 'id: a-1-1' as its first line",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(published_action(folder, "number: '1.1'"))


@sample(
    "id-changed",
    "plans/anytown/plan.yaml:9:13: outcomes[1].actions[1].id: 'a-1-one' was 'a-1-1' in the edition of 29 March 2019, "
    "and its page "
    "has that address; write 'a-1-1' again, or accept it with a reason if this is another thing",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(published_action(folder, "id: a-1-one"))


def published_action(folder: Path, line: str) -> Path:
    """A council whose plan was published with the action a-1-1; the file has `line` in the place of its id."""
    plan = f"""{PLAN}    actions:
      - {line}
        title: Ask children
        leads: {{missing: not-stated}}
        timescales: {{missing: not-stated}}
        measures: {{missing: not-stated}}
"""
    council(folder, plan=plan)
    publish_on(folder / "plans" / "anytown", DAYS[0], small_plan())
    return folder


@sample(
    "lock-missing",
    "plans/anytown/editions.lock: there is no such file, and 3 editions of this plan are here: the lock is lost; leave "
    "the editions where they are, and put the lock back from a backup, from git, or with: plans recover anytown --from "
    "FOLDER-OR-ADDRESS",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (with_editions(folder) / LOCK).unlink()
    return problems_in(folder)


@sample(
    "lock-short",
    "plans/anytown/editions.lock: the lock ends before the editions 2019-06-28, 2019-09-27, which are here: its end is "
    "lost; leave the editions where they are, and put the whole lock back from a backup, from git, or with: plans "
    "recover anytown --from FOLDER-OR-ADDRESS",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = with_editions(folder)
    write_lines(place, lines_of(place)[:1])
    return problems_in(folder)


@sample(
    "editions-missing",
    "plans/anytown/editions: editions.lock names 3 editions, and there is none here; put the editions back from a "
    "backup, from git, or with: plans recover anytown --from FOLDER-OR-ADDRESS",
)
def _(folder: Path) -> tuple[Problem, ...]:
    rmtree(with_editions(folder) / "editions")
    return problems_in(folder)


@sample(
    "edition-link",
    "plans/anytown/editions/2019-06-28.json: this is a link to another place, where it could be changed unseen; put "
    "the file itself here, as it was published; plans recover anytown --from the folder that it leads to does that",
)
def _(folder: Path) -> tuple[Problem, ...]:
    path = with_editions(folder) / f"editions/{DAYS[1]}.json"
    path.rename(folder / "elsewhere.json")
    path.symlink_to(folder / "elsewhere.json")
    return problems_in(folder)


@sample(
    "edition-foreign",
    "plans/anytown/editions.lock: these editions were published as those of 'othertown'; if it was renamed, name its "
    "old id under aliases in mkdocs.yml; to begin another plan as a copy, run 'plans add', "
    "and copy what stands in plan.yaml alone",
)
def _(folder: Path) -> tuple[Problem, ...]:
    council(folder)
    publish_on(folder / "plans" / "anytown", DAYS[0], small_plan({"id": "othertown"}))
    return problems_in(folder)


@sample(
    "edition-ahead",
    "plans/anytown/editions/2019-09-27.json: this edition is dated 2019-09-27, and today is 2019-09-26: it is on no "
    "page yet, and none can be published before it; if the date is a mistake, such as that of a wrong clock: "
    "plans withdraw anytown --date 2019-09-27",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = fill(council(folder) / "plans" / "anytown")
    return tuple(problems_ahead(place, sound(place), date(2019, 9, 26)))


@sample(
    "lock-rewritten",
    "plans/anytown/editions.lock:3:1: from this line on, this lock is not the one that the older copy holds; "
    "put the published editions.lock and its editions back from a backup, from git, or with: plans recover anytown "
    "--from FOLDER-OR-ADDRESS; then publish anew what was added here",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = with_editions(folder)
    before = Copy("old.lock", (place / LOCK).read_bytes())
    write_lines(place, lines_of(place)[:2])
    (place / f"editions/{DAYS[2]}.json").unlink()
    return witnessed(place, before)[1]


@sample(
    "plan-lost",
    "plans/anytown: there are no editions of this plan here, and site holds some; put editions.lock and the editions "
    "back from a backup, from git, or with: plans recover anytown --from FOLDER-OR-ADDRESS; to take a plan back, "
    "withdraw each edition",
)
def _(folder: Path) -> tuple[Problem, ...]:
    council(folder)
    publish_anew(folder / "plans" / "anytown", DAYS[0])
    build_site(read_source(folder), TODAY, folder / "site", jobs=1)
    rmtree(folder / "plans" / "anytown")
    try:
        build_site(read_source(folder), TODAY, folder / "site", jobs=1)
    except PlanError as error:
        return error.problems
    return ()


@sample(
    "edition-missing",
    "plans/anytown/editions/2019-06-28.json: line 2 of editions.lock names this edition, and there is no such file; "
    "put it back from a backup, from git, or with: plans recover anytown --from FOLDER-OR-ADDRESS; to take an edition "
    "back, use plans withdraw",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (with_editions(folder) / f"editions/{DAYS[1]}.json").unlink()
    return problems_in(folder)


@sample(
    "edition-changed",
    "plans/anytown/editions/2019-06-28.json: this edition is not what was published: its bytes differ from line 2 of "
    "editions.lock; put it back as it was from a backup, from git, or with: plans recover anytown --from "
    "FOLDER-OR-ADDRESS; to correct a plan, change plan.yaml and publish a new edition",
)
def _(folder: Path) -> tuple[Problem, ...]:
    path = with_editions(folder) / f"editions/{DAYS[1]}.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return problems_in(folder)


@sample(
    "edition-unreadable",
    "plans/anytown/editions/2019-06-28.json: this edition cannot be read: it has the shape 2, and this program reads "
    "1; put it back as it was published; if it is, use the newest version of the program",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = council(folder) / "plans/anytown"
    with patch("generator.editions.publication.SCHEMA", 2):
        try:
            publish_on(place, DAYS[1])
        except PlanError as error:
            return error.problems
    return ()


@sample(
    "edition-unlisted",
    "plans/anytown/editions/2019-06-28 copy.json: no line of editions.lock names this file; "
    "move it to another folder, and keep it until you know what it is; only plans publish writes here",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (with_editions(folder) / f"editions/{DAYS[1]} copy.json").write_bytes(b"{}")
    return problems_in(folder)


@sample(
    "edition-hidden",
    "plans/anytown/editions/.DS_Store: a hidden file lies among the editions; move it to another folder; only plans "
    "publish writes here",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (with_editions(folder) / "editions/.DS_Store").write_bytes(b"")
    return problems_in(folder)


@sample(
    "edition-withdrawn",
    "plans/anytown/editions/2019-06-28.json: this edition was withdrawn (after line 2 of editions.lock), "
    "and its file is here again; move the file out of the plan's folder: its text was taken back for a reason",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = with_editions(folder)
    path = place / f"editions/{DAYS[1]}.json"
    data = path.read_bytes()
    withdraw(place, str(DAYS[1]), TODAY, "It came too early.")
    publish_on(place, TODAY)
    path.write_bytes(data)
    return problems_in(folder)


@sample("editions-busy", "plans/anytown: another command is writing to these editions; try again once it is done")
def _(folder: Path) -> tuple[Problem, ...]:
    place = with_editions(folder)
    (place / NEW_LOCK).write_bytes(b"")
    with only_writer(place), patch("generator.editions.store.PATIENCE", 0.0):
        return problems_in(folder)


@sample(
    "editions-unsettled",
    "plans/anytown/.editions.lock-new: a command was stopped, and what it left cannot be put in order: is a directory; "
    "let the account that runs plans write to the plan's folder, then try again",
)
def _(folder: Path) -> tuple[Problem, ...]:
    (with_editions(folder) / NEW_LOCK).mkdir()
    return problems_in(folder)


@sample(
    "lock-unexpected",
    "plans/anytown/editions.lock: no line of this lock has the code 3f2a 90bc 11de; "
    "compare the code with the one in the minutes; if it is right, put the published editions.lock back from a backup, "
    "from git, or with: plans recover anytown --from FOLDER-OR-ADDRESS",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return witnessed(with_editions(folder), digits="3f2a90bc11de")[1]


@sample(
    "text-returned",
    "plans/anytown/plan.yaml:7:12: outcomes[1].title: the text that stood here was taken down on 2019-12-31 (personal "
    "data), and a text stands here again; take it out, or write '[taken down on 31 December 2019: personal data]' in "
    "its place; to publish another text here: plans publish anytown --allow-again, with the reason",
)
def _(folder: Path) -> tuple[Problem, ...]:
    redact(with_editions(folder), "o-1", "title", TODAY, "personal data")
    return problems_in(folder)


@sample(
    "lock-older",
    "plans/anytown/editions.lock: this lock does not know of the text that was taken down on 2019-12-31 (personal "
    "data), which private.yaml lists; an older copy was put back: put the newest lock and editions in its place, from "
    "a backup, from git, or with: plans recover anytown --from FOLDER-OR-ADDRESS",
)
def _(folder: Path) -> tuple[Problem, ...]:
    down = "{words: Gone, date: 2019-12-31, reason: personal data, thing: o-1, field: title}"
    (with_editions(folder) / "private.yaml").write_text(f"schema: 1\ntaken_down:\n  - {down}\n", "utf-8")
    return read_folder(folder, today=TODAY).source.problems


@sample(
    "words-returned",
    "plans/anytown/plan.yaml:7:12: outcomes[1].title: this text holds words that were taken down on 2019-12-31 "
    "(confidential), which the private.yaml of anytown lists under taken_down; say it without them; if they may be "
    "public, take them out there, or: plans publish anytown --allow-again, with the reason",
)
def _(folder: Path) -> tuple[Problem, ...]:
    words = "schema: 1\ntaken_down:\n  - words: are heard\n    date: 2019-12-31\n    reason: confidential\n"
    return problems_in(council(folder, **{"plans/anytown/private.yaml": words}), with_private=True)


def refused(folder: Path, day: date, **said: Any) -> tuple[Problem, ...]:
    """Why no edition of `day` can be published."""
    return refused_in(with_editions(folder), day, **said)


def refused_in(place: Path, day: date, **said: str | bool) -> tuple[Problem, ...]:
    try:
        publish_on(place, day, **said)
    except PlanError as error:
        return error.problems
    return ()


@sample(
    "publish-future",
    "plans/anytown/editions.lock: 2020-01-01 is after today, 2019-12-31; "
    "publish on the day itself, or with the date of today",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, date(2020, 1, 1))


@sample(
    "publish-earlier",
    "plans/anytown/editions.lock: 2019-09-26 is before the newest edition, of 2019-09-27; "
    "give the date of that day or a later one; what was published stays as it was",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, date(2019, 9, 26))


@sample(
    "publish-twice",
    "plans/anytown/editions.lock: there is an edition of 2019-09-27 already; "
    "if it mends that one, add --correction; else publish on another day",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, DAYS[2])


@sample(
    "publish-same",
    "plans/anytown/editions.lock: this text is published already, as the edition 2019-12-31; "
    "run plans build, or change the plan first",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = with_editions(folder)
    publish_on(place, TODAY)
    return refused_in(place, TODAY)


@sample(
    "publish-correction",
    "plans/anytown/editions.lock: there is no edition of 2019-12-31 to correct; leave --correction out",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, TODAY, is_correction=True)


@sample(
    "publish-note",
    "plans/anytown/editions.lock: a significant edition needs a note that says what is new; "
    "add --note with a sentence for the public",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, TODAY, note=" ")


@sample(
    "publish-minor",
    "plans/anytown/editions.lock: no minor edition changes this: 1.1 rating: better, from Red to Amber; "
    "publish it with --significant, and say in --note what is new",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = folder / "plans" / "anytown"
    place.mkdir(parents=True)
    publish_on(place, DAYS[0], small_plan(status="red"))
    try:
        publish_on(place, DAYS[1], small_plan(status="amber"), kind="minor")
    except PlanError as error:
        return error.problems
    return ()


@sample(
    "publish-private",
    "plans/anytown/editions.lock: the note holds 'Quillon Framlingham', which may tell of a person, and it would "
    "stay for good; say it without that",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, TODAY, note="The audit was led by Quillon Framlingham.")


@sample(
    "publish-id-reused",
    "plans/anytown/editions.lock: the id 'a-1-1' was that of another thing, 'Ask children' in the edition 2019-03-29, "
    "whose page stays for good; take the id of the new thing out of plan.yaml, and let plans ids give it another",
)
def _(folder: Path) -> tuple[Problem, ...]:
    place = folder / "plans" / "anytown"
    place.mkdir(parents=True)
    publish_on(place, DAYS[0])
    without = {"outcomes": [{"id": "o-1", "number": "1", "title": "Children are heard"}]}
    publish_on(place, DAYS[1], small_plan(without))
    try:
        publish_on(place, DAYS[2], small_plan(title="Build a bridge", number="9"))
    except PlanError as error:
        return error.problems
    return ()


@sample(
    "publish-again",
    "plans/anytown/editions.lock: no text stands where one was taken down, and no words that were taken down; "
    "leave --allow-again out",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, TODAY, again=Again(reason="She agreed.", lines=()))


@sample(
    "publish-body",
    "plan.yaml: 'councl' is not one of this plan's bodies, so it cannot have approved the edition; "
    "did you mean 'council'?",
)
def _(folder: Path) -> tuple[Problem, ...]:
    try:
        approving_body(small_plan(), "councl", Position("plan.yaml"))
    except PlanError as error:
        return error.problems
    return ()


@sample(
    "publish-text",
    "plans/anytown/editions.lock: the note holds U+202E RIGHT-TO-LEFT OVERRIDE, which no page may show; "
    "type it again without that character",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return refused(folder, TODAY, note="Two actions\u202e are finished.")
