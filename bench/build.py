"""How long the whole site takes from nothing, in a fresh process: this project's own, and one of many actions."""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bench._made import ROOT, in_new_process, measured, peak_memory
from bench.pages import write_folder

RUNS = 3
COUNTS = (500, 3_000)


def main() -> None:
    print("site                    jobs   imports    read     build       MB")
    with tempfile.TemporaryDirectory() as name:
        folders = {"this project's own": ROOT}
        for count in COUNTS:
            folders[f"{count:,} made actions"] = Path(name) / str(count)
            write_folder(Path(name) / str(count), count)
        for title, folder in folders.items():
            for jobs in (1, 2):
                runs = [in_new_process("bench.build", folder, jobs) for _ in range(RUNS)]
                imports, read, build, memory = (min(figures) for figures in zip(*runs, strict=True))
                print(f"{title:24} {jobs:3} {imports:8.2f}s {read:6.2f}s {build:8.2f}s {memory:8.0f}")


def one_run(folder: Path, jobs: int) -> None:
    """Print the seconds of imports, reading and building, and the megabytes held at most."""
    imports, build = measured(_import_build, perf_counter)
    from datetime import date

    with tempfile.TemporaryDirectory() as name:
        read, source = measured(lambda: build.read_source(folder), perf_counter)
        site = Path(name) / "site"
        whole, _ = measured(lambda: build.build_site(source, date(2026, 11, 21), site, jobs=jobs), perf_counter)
    print(imports.seconds, read.seconds, whole.seconds, peak_memory())


def _import_build():
    import generator.build

    return generator.build


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one_run(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        main()
