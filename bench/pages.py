"""How long the pages of 500, 1,000 and 3,000 actions take, step by step, and whether that grows in line with them."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from bench._made import in_new_process, measured, peak_memory, write_folder
from generator.authoring.folder import read_source
from generator.council.theme import read_theme
from generator.document.frame import BuiltUnit
from generator.engine.mkdocs_engine import MkDocsEngine
from generator.site.assemble import assemble
from generator.site.build import site_units
from generator.site.links import check_links

COUNTS = (500, 1_000, 3_000)
STEPS = ("stage", "render", "assemble", "links", "all", "MB")


def main() -> None:
    print("actions", *(f"{step:>9}" for step in STEPS))
    found = {}
    for count in COUNTS:
        found[count] = in_new_process("bench.pages", count)
        print(f"{count:7,}", *(f"{figure:9.2f}" for figure in found[count]))
    first = COUNTS[0]
    for count in COUNTS[1:]:
        ratios = (figure / before for figure, before in zip(found[count], found[first], strict=True))
        print(f"{count:,} to {first:,} actions ({count / first:.0f} times): {', '.join(f'{r:.1f}' for r in ratios)}")


def one_run(count: int) -> None:
    """Print the seconds of each step and of all, and the megabytes held at most."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_folder(folder, count)
        units = site_units(read_source(folder), date(2026, 11, 21))
        theme, engine = read_theme(), MkDocsEngine()
        stage, staged = measured(lambda: [unit.stage() for unit in units])
        render, rendered = measured(lambda: [engine.render_unit(pages, theme) for pages in staged])
        built = []
        for unit, pages in zip(units, rendered, strict=True):
            for address, data in pages.items():
                place = folder / "units" / unit.name / address / "index.html"
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
            built.append(BuiltUnit(unit.name, folder / "units" / unit.name, tuple(pages)))
        site = folder / "new"
        assembly, _ = measured(lambda: assemble(built, theme, site, extra_files={}, build={}))
        links, dead = measured(lambda: check_links(site))
        assert not dead, dead[0]
    seconds = [one.seconds for one in (stage, render, assembly, links)]
    print(*seconds, sum(seconds), peak_memory())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one_run(int(sys.argv[1]))
    else:
        main()
