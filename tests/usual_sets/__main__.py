"""`python -m tests.usual_sets`: write what docs/limits.md says of the shipped directories anew."""

from tests.usual_sets.table import DOCS, tables, written


def main() -> None:
    """Count, write."""
    DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), tables()), encoding="utf-8")
    print(f"{DOCS} is written")


if __name__ == "__main__":
    main()
