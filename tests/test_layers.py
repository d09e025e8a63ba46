"""Imports run one way. The layers stand in docs/architecture.md; this holds generator/ to them."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "generator"
# Which modules may import a library: a package and all in it, or one module of a package.
LIBRARY_USERS = {
    "jinja2": {"render"},
    "markdown": {"engine"},
    "markdown_it": {"document.prose"},
    "nh3": {"document.prose", "site.content"},
    "markupsafe": {"render"},
    "PIL": {"site.images"},
    "mkdocs": {"engine"},
    "yaml": {"plan.yaml_tree"},
}
MOST_LOOSE = 8
SPEAKERS = {"cli"}
SPEECH = {
    *("print", "exit", "quit", "SystemExit"),
    *("sys.exit", "os._exit", "click.echo", "click.secho"),
    *("sys.stdout.write", "sys.stderr.write"),
}


def read_layers(text: str) -> dict[str, int]:
    """Each module of the table in `text` and its line, counted from the top."""
    table = re.search(r"<!-- layers -->\n(.*?)<!-- /layers -->", text, re.DOTALL)
    assert table, "no table between <!-- layers --> and <!-- /layers -->"
    lines = [re.split(r"\s*[|│]\s*", line.strip()) for line in table[1].splitlines() if line.strip()]
    names = [name for line in lines for name in line]
    assert len(names) == len(set(names)), "a module stands in the table twice"
    return {name: depth for depth, line in enumerate(lines) for name in line}


def read_sources(root: Path) -> dict[str, str]:
    """Every module under generator/: its dotted name ("generator.engine.__init__" for a package) and its text."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts): path.read_text("utf-8")
        for path in sorted((root / PACKAGE).rglob("*.py"))
    }


def unit_of(module: str) -> str:
    """The top-level module or package of generator/ to which `module` belongs; "__init__" for generator itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def is_within(module: str, place: str) -> bool:
    """Whether `module` is the module or package of generator/ that `place` names ("site.images"), or lies in it."""
    return f"{module}.".startswith(f"{PACKAGE}.{place}.")


def dotted(node: ast.expr) -> str:
    """The name that `node` spells out, such as "sys.exit"; "" for one that is no plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (owner := dotted(node.value)):
        return f"{owner}.{node.attr}"
    return ""


def imported_modules(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that `tree` imports, also inside functions.

    `from x import y` gives "x.y": y may be a module. Relative imports come out absolute.
    """
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                base = ".".join(module.split(".")[:-level]) if level else ""
                start = ".".join(part for part in (base, source) if part)
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in names)
            case ast.Call(func=func, args=[ast.Constant(value=str(name)), *_]):
                if dotted(func) in {"__import__", "import_module", "importlib.import_module"}:
                    yield node.lineno, name


def spoken_words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and name of every call that prints or exits, under whatever name it was imported."""
    names = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level
        for alias in node.names
    }
    names |= {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.asname
    }
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else node.exc if isinstance(node, ast.Raise) else None
        if called is not None and (name := dotted(called)):
            first, dot, rest = name.partition(".")
            full = names.get(first, first) + dot + rest
            if full in SPEECH:
                yield node.lineno, full


def import_faults(module: str, tree: ast.Module, layers: Mapping[str, int], units: set[str]) -> Iterator[str]:
    """What is wrong with the imports of `module`."""
    unit = unit_of(module)
    for line, name in imported_modules(module, tree):
        library = name.split(".")[0]
        if library in LIBRARY_USERS and not any(is_within(module, user) for user in LIBRARY_USERS[library]):
            allowed = " and ".join(sorted(LIBRARY_USERS[library]))
            yield f"{module}:{line}: imports {library}, which only {allowed} may"
        if library != PACKAGE:
            continue
        target = unit_of(name)
        if target not in units and target not in layers:
            continue  # a name of generator/__init__.py, such as __version__
        if target != unit and layers.get(target, -1) <= layers.get(unit, len(layers)):
            yield f"{module}:{line}: imports {target}, which does not stand below {unit}"


def layer_faults(sources: Mapping[str, str], layers: Mapping[str, int]) -> list[str]:
    """Every breach of the layers in `sources` (dotted module name to text), each said in a line."""
    units = {unit_of(module) for module in sources} - {"__init__"}
    faults = [f"{unit}: is missing from the table of layers" for unit in sorted(units - layers.keys())]
    for module, text in sources.items():
        tree = ast.parse(text, filename=module)
        unit = unit_of(module)
        faults += import_faults(module, tree, layers, units)
        if unit not in SPEAKERS:
            faults += [f"{module}:{line}: calls {name}; only cli speaks or exits" for line, name in spoken_words(tree)]
    return list(dict.fromkeys(faults))  # one import line may name several things


def test_generator_keeps_to_its_layers():
    sources = read_sources(ROOT)
    assert "generator.__init__" in sources
    layers = read_layers((ROOT / "docs" / "architecture.md").read_text("utf-8"))
    assert layer_faults(sources, layers) == []


# Packages whose modules know nothing of each other: what is put together is put together in their `__init__`.
APART = ("pages", "formats")


def neighbours(sources: Mapping[str, str]) -> list[str]:
    """Every module of a package of APART that imports another module of it, each said in a line."""
    return [
        f"{module}:{line}: imports {name}, its neighbour"
        for package in APART
        for module, text in sources.items()
        if module.startswith(f"{PACKAGE}.{package}.") and not module.endswith("__init__")
        for line, name in imported_modules(module, ast.parse(text, filename=module))
        if name.startswith(f"{PACKAGE}.{package}.")
    ]


def test_builders_and_renderers_know_nothing_of_each_other():
    assert neighbours(read_sources(ROOT)) == []


def test_a_builder_that_borrows_from_another_is_noticed():
    sources = {
        "generator.pages.__init__": "from generator.pages.who import who_page",
        "generator.pages.who": "from generator.pages.when import when_page",
        "generator.pages.when": "from generator.words.times import day",
    }
    assert neighbours(sources) == ["generator.pages.who:1: imports generator.pages.when.when_page, its neighbour"]


# What stands in private.yaml. These packages may import its module; the doors may import them.
PRIVATE = "generator.plan.private"
KEEPERS = {"authoring", "checks", "privacy", "cli"}
DOORS = {"__main__", "plugin"}


def import_graph(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Each module of `sources` with the modules that it loads: those that it names, and the packages above them."""
    return {
        module: {loaded for name in imported_names(module, text) for loaded in loaded_modules(name, sources)}
        for module, text in sources.items()
    }


@cache
def imported_names(module: str, text: str) -> frozenset[str]:
    """The dotted name of everything that the module of this `text` imports."""
    return frozenset(name for _, name in imported_modules(module, ast.parse(text, filename=module)))


def loaded_modules(name: str, sources: Mapping[str, str]) -> Iterator[str]:
    """Every module of `sources` that Python runs when `name` ("generator.plan.private.Person") is imported."""
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        place = ".".join(parts[:length])
        yield from (module for module in (place, f"{place}.__init__") if module in sources)


def way_between(start: str, end: str, graph: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The shortest way of imports from `start` to `end`; empty where there is none."""
    ways, seen = [(start,)], {start}
    for way in ways:
        if way[-1] == end:
            return way
        ways += [(*way, other) for other in sorted(graph[way[-1]] - seen)]
        seen |= graph[way[-1]]
    return ()


def private_faults(sources: Mapping[str, str]) -> list[str]:
    """Every module that may not know what is private and reaches it, with the way there."""
    graph = import_graph(sources)
    faults = [f"{door}, {PRIVATE}" for door in graph if unit_of(door) in DOORS and PRIVATE in graph[door]]
    outside = [module for module in graph if module != PRIVATE and unit_of(module) not in KEEPERS | DOORS]
    ways = (way_between(module, PRIVATE, graph) for module in outside)
    return faults + [", ".join(way) for way in ways if way]


def test_only_those_who_keep_what_is_private_can_reach_it():
    sources = read_sources(ROOT)
    assert {unit_of(module) for module, loaded in import_graph(sources).items() if PRIVATE in loaded} == KEEPERS
    assert private_faults(sources) == []


@pytest.mark.parametrize(
    ("module", "line", "fault"),
    [
        ("pages.who", "from generator.plan.private import Person", "pages.who, plan.private"),
        ("pages.who", "from generator.plan import private", "pages.who, plan.private"),
        ("pages.who", "import generator.plan.private as notes", "pages.who, plan.private"),
        ("pages.who", "from ..plan.private import Person", "pages.who, plan.private"),
        ("pages.who", "def f():\n    from generator.plan.private import Person", "pages.who, plan.private"),
        ("pages.who", "from generator.privacy.register import Register", "pages.who, privacy.register, plan.private"),
        ("pages.who", "from generator.checks.context import PlanContext", "pages.who, checks.__init__, plan.private"),
        ("words.bodies", "from generator.plan.private import Person", "pages.who, words.bodies, plan.private"),
        ("site.build", "import generator.authoring.folder", "site.build, authoring.folder, plan.private"),
        ("plan.__init__", "from generator.plan.private import Person", "plan.reader, plan.__init__, plan.private"),
        ("plan.reader", "from generator.plan.private import Person", "plan.reader, plan.private"),
        ("plugin", "from generator.plan.private import Person", "plugin, plan.private"),
        ("text", "import importlib\nimportlib.import_module('generator.plan.private')", "text, plan.private"),
    ],
)
def test_way_to_what_is_private_is_noticed(module, line, fault):
    sources = read_sources(ROOT)
    name = f"{PACKAGE}.{module}"
    faults = private_faults({**sources, name: f"{sources[name]}\n{line}\n"})
    assert fault in [text.replace(f"{PACKAGE}.", "") for text in faults]


def test_few_modules_stand_outside_a_package():
    loose = [module for module in read_sources(ROOT) if module.count(".") == 1]
    assert len(loose) <= MOST_LOOSE


SAMPLE = read_layers(
    "<!-- layers -->\n    cli\n    authoring\n    render | plan\n    engine\n    text | errors\n<!-- /layers -->"
)


def test_table_is_read_from_the_top():
    assert SAMPLE == {"cli": 0, "authoring": 1, "render": 2, "plan": 2, "engine": 3, "text": 4, "errors": 4}


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("render", "from generator import text, __version__\nfrom jinja2 import Environment"),
        ("render", "import generator.engine.markdown"),
        ("engine.markdown", "from generator.engine import plain\nfrom . import plain\nimport markdown"),
        ("plan.yaml_tree", "import yaml"),
        ("cli", "import click\nclick.echo('x')\nprint('x')\nraise SystemExit(1)"),
        ("text", "def printed(text): return text\nprinted('x')"),
    ],
)
def test_right_imports_pass(module, text):
    others = {"generator.text": "", "generator.engine.__init__": ""}
    assert layer_faults(others | {f"generator.{module}": text}, SAMPLE) == []


@pytest.mark.parametrize(
    ("module", "text", "fault"),
    [
        ("text", "from generator.render import stage", "text:1: imports render, which does not stand below text"),
        ("text", "from generator import errors", "text:1: imports errors, which does not stand below text"),
        ("text", "def f():\n    from generator import cli", "text:2: imports cli, which does not stand below text"),
        ("text", "from . import engine", "text:1: imports engine, which does not stand below text"),
        ("text", "import importlib\nimportlib.import_module('generator.cli')", "text:2: imports cli, which does not"),
        ("engine.markdown", "from ..render import x", "engine.markdown:1: imports render, which does not stand below"),
        ("__init__", "from generator import text", "__init__:1: imports text, which does not stand below __init__"),
        ("plan.model", "import yaml", "plan.model:1: imports yaml, which only plan.yaml_tree may"),
        ("authoring.edit", "from yaml import parse", "authoring.edit:1: imports yaml, which only plan.yaml_tree may"),
        ("render", "from mkdocs.config import load_config", "render:1: imports mkdocs, which only engine may"),
        ("render", "import markdown", "render:1: imports markdown, which only engine may"),
        ("engine.plain", "from markupsafe import Markup", "engine.plain:1: imports markupsafe, which only render may"),
        ("text", "print('x')", "text:1: calls print; only cli"),
        ("text", "import sys\nsys.exit(1)", "text:2: calls sys.exit; only cli"),
        ("text", "import click as c\nc.echo('x')", "text:2: calls click.echo; only cli"),
        ("text", "from sys import exit as leave\nleave()", "text:2: calls sys.exit; only cli"),
        ("text", "raise SystemExit", "text:1: calls SystemExit; only cli"),
        ("stranger", "", "stranger: is missing from the table of layers"),
        ("stranger.__init__", "", "stranger: is missing from the table of layers"),
    ],
)
def test_breach_is_noticed(module, text, fault):
    faults = layer_faults({f"generator.{module}": text}, SAMPLE)
    assert len(faults) == 1
    assert faults[0].removeprefix("generator.").startswith(fault)


def test_data_folders_are_not_modules(tmp_path):
    for name in ("__init__.py", "templates/page.md.j2", "locale/en.po", "engine/__init__.py"):
        path = tmp_path / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert set(read_sources(tmp_path)) == {"generator.__init__", "generator.engine.__init__"}
