"""How long the whole site takes from nothing, in a fresh process: our own six plans, and ones of many actions."""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from bench._made import ROOT, in_new_process, measured, peak_memory, peak_memory_of_worker, write_folder
from generator.authoring.folder import read_source
from generator.site.build import build_site

RUNS = 3
LARGE_RUNS = 1  # of a site that takes half a minute
SITES = {
    "1 plan of 500 actions": (500,),
    "1 plan of 3,000 actions": (3_000,),
    "6 plans of 500 actions": (500,) * 6,
}


def main() -> None:
    start = [measured(lambda: subprocess.run(IMPORT, cwd=ROOT, check=True), perf_counter) for _ in range(RUNS)]
    print(f"starting Python and the program: {min(one.seconds for one, _ in start):.2f}s")
    print(f"{'':26}jobs    read    build      MB")
    with tempfile.TemporaryDirectory() as name:
        folders = {"this project's own": ROOT}
        for title, counts in SITES.items():
            folders[title] = Path(name) / title
            write_folder(folders[title], *counts)
        for title, folder in folders.items():
            for jobs in sorted({1, os.cpu_count() or 1}):
                count = RUNS if folder == ROOT else LARGE_RUNS
                runs = [in_new_process("bench.build", folder, jobs) for _ in range(count)]
                read, build, memory = (min(figures) for figures in zip(*runs, strict=True))
                print(f"{title:26}{jobs:4}{read:7.2f}s{build:8.2f}s{memory:8.0f}")


IMPORT = [sys.executable, "-c", "import generator.site.build"]


def one_run(folder: Path, jobs: int) -> None:
    """Print the seconds of reading and building, and the most megabytes that this process and its workers held."""
    with tempfile.TemporaryDirectory() as name:
        read, source = measured(lambda: read_source(folder), perf_counter)
        site = Path(name) / "site"
        whole, _ = measured(lambda: build_site(source, date(2026, 11, 21), site, jobs=jobs), perf_counter)
    print(read.seconds, whole.seconds, peak_memory() + (jobs - 1) * peak_memory_of_worker())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one_run(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
