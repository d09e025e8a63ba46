"""How long it takes to read a plan file of 1,000 actions, and what each step of it takes."""

import sys
import tempfile
from pathlib import Path

from bench._made import in_new_process, measured, peak_memory, plan_text
from generator.checks import check_plan
from generator.plan.model import PublicPlan
from generator.plan.reader import read_plan
from generator.plan.validation import validate
from generator.plan.yaml_tree import plain_data, read_tree

COUNTS = (250, 500, 1_000)
RUNS = 5


def main() -> None:
    print("actions      tree     types    checks     whole    memory")
    for count in COUNTS:
        runs = [in_new_process("bench.read", count) for _ in range(RUNS)]
        tree, types, checks, whole, memory = (min(figures) for figures in zip(*runs, strict=True))
        print(f"{count:7,} {tree:8.3f}s {types:8.3f}s {checks:8.3f}s {whole:8.3f}s {memory:6.0f} MB")


def one_run(count: int) -> None:
    """Print the seconds of each step, of all, and the megabytes that they added."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "made"
        place.mkdir()
        text = plan_text(count).encode()
        (place / "plan.yaml").write_bytes(text)
        before = peak_memory()
        whole, (file, found) = measured(lambda: (plan := read_plan(place), check_plan(plan, {"made": None})))
        assert not found, found[0]
    tree, made = measured(lambda: read_tree(text, "plan.yaml"))
    assert made.root
    root = made.root
    types, _ = measured(lambda: validate(PublicPlan, made, plain_data(root)))
    checks, _ = measured(lambda: check_plan(file, {"made": None}))
    print(tree.seconds, types.seconds, checks.seconds, whole.seconds, whole.memory - before)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one_run(int(sys.argv[1]))
    else:
        main()
