"""How long a loop is: short in `make test`, whole in `make prove`; docs/testing.md lists them."""

import os
from typing import TypeVar

IS_PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "prove"

Size = TypeVar("Size")


def loop(*, test: Size, prove: Size) -> Size:
    """The size of a loop in the tier that runs."""
    return prove if IS_PROOF else test
