"""`python -m generator` is `plans`."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="plans")
