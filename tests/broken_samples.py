"""One broken sample for every kind of problem that a plan.yaml in `plans/broken/` cannot show.

Each function breaks one thing in a council's folder and gives back what the program says of it.
"""

from collections.abc import Callable
from pathlib import Path

from generator.build import read_source
from generator.errors import Problem
from generator.links import check_links
from generator.problems import YAML_TAB
from generator.yaml_tree import MOST_PROBLEMS

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
    phone: 01632 960 150
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
PNG = b"\x89PNG\r\n\x1a\n"

Sample = Callable[[Path], tuple[Problem, ...]]
SAMPLES: dict[str, tuple[Sample, str]] = {}


def council(folder: Path, **files: str | bytes) -> Path:
    """`folder` as a council's folder in which nothing is wrong; `files` replace or add some, by their names below."""
    names = {"settings": "mkdocs.yml", "plan": "plans/anytown/plan.yaml", "page": "content/about.md"}
    contents: dict[str, str | bytes] = {"settings": SETTINGS, "plan": PLAN, "page": PAGE, **files}
    for name, text in contents.items():
        path = folder / names.get(name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def problems_in(folder: Path, *, with_private: bool = False) -> tuple[Problem, ...]:
    """What `plans check` finds in a council's folder."""
    return read_source(folder, with_private=with_private).problems


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
    "plans/anytown/plan.yaml: the file cannot be read: is a directory; let the account that runs plans read it",
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
    "phone-malformed",
    "mkdocs.yml:15:16: extra.help.lines[1].phone: '999 or 101' is not a phone number; "
    "write digits, spaces, hyphens and brackets only; a + may stand first",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, settings=SETTINGS.replace('"999"', '"999 or 101"')))


# content/


@sample(
    "content-html",
    "content/about.md:3:1: <iframe> would not be published; "
    "write it as Markdown: headings, paragraphs, lists, links, images, tables with a caption",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page='# About\n\n<iframe src="https://example.org/"></iframe>\n'))


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
    "content/about.md:3:11: the image 'https://example.org/hall.png' is not one of content/images/; "
    "put a copy there, and write ![what it shows](images/hall.png)",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, page="# About\n\n![A hall](https://example.org/hall.png)\n"))


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
    "image-metadata",
    "content/images/hall.jpg: this image may say where, when and with what it was taken; "
    "save it again without such details (EXIF, location)",
)
def _(folder: Path) -> tuple[Problem, ...]:
    return shown(folder, "hall.jpg", b"\xff\xd8\xff\xe1\x00\x10Exif\0\0II*\0")


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


@sample("address-duplicate", "content/anytown.md: two pages want the address 'anytown'; rename one of them")
def _(folder: Path) -> tuple[Problem, ...]:
    return problems_in(council(folder, **{"content/anytown.md": PAGE}))


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
