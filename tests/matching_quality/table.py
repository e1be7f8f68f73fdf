"""The numbers as the tables of docs/matching-quality.md."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.matching_quality.measure import reason
from tests.matching_quality.outcome import Outcome

DOCS = Path(__file__).parents[2] / "docs" / "matching-quality.md"
AGREEMENT = "<!-- python -m tests.matching_quality writes what follows -->\n"
IDENTITY = "<!-- python -m tests.matching_quality writes the pairs that follow -->\n"
_END = "<!-- up to here -->\n"
_WHOSE = {"theirs": "theirs is wrong", "abstain": "we abstain", "ours": "ours to mend"}


def tables(found: Sequence[Outcome]) -> str:
    """What is agreed on in each file, then why we see the rest otherwise."""
    return "".join([*_agreement(found), *_disagreement(found)])


def written(text: str, tables: str, begin: str = AGREEMENT) -> str:
    """The text of docs/matching-quality.md with `tables` in the place that `begin` (AGREEMENT or IDENTITY) marks."""
    before, _, rest = text.partition(begin)
    return f"{before}{begin}{tables}{_END}{rest.partition(_END)[2]}"


def _agreement(found: Sequence[Outcome]) -> Iterator[str]:
    yield "| file | cases | agreed | | theirs is wrong | we abstain | ours to mend | no question of ours |\n"
    yield "|---|---|---|---|---|---|---|---|\n"
    for file in dict.fromkeys(case.file for case in found):
        cases = [case for case in found if case.file == file]
        asked = {case.row for case in cases if not case.beside}
        wrong = _by_row([case for case in cases if not case.beside and not case.agrees])
        said = [list(wrong.values()).count(whose) for whose in _WHOSE]
        agreed = len(asked) - len(wrong)
        beside = sum(bool(case.beside) for case in cases)
        cells = (file, len(asked), agreed, f"{agreed / len(asked):.1%}", *said, beside)
        yield f"| {' | '.join(map(str, cells))} |\n"


def _by_row(wrong: Sequence[Outcome]) -> dict[int, str]:
    """Each row that we see otherwise -> whose it is: ours when any of its parts is."""
    found: dict[int, set[str]] = {}
    for case in wrong:
        why = reason(case)
        found.setdefault(case.row, set()).add(why.whose if why else "ours")
    return {row: next(whose for whose in ("ours", "abstain", "theirs") if whose in said) for row, said in found.items()}


def _disagreement(found: Sequence[Outcome]) -> Iterator[str]:
    yield "\nEvery case that we see otherwise, by its reason; the example is the first row's part.\n\n"
    yield "| file | rows | part | ours | theirs | | why |\n|---|---|---|---|---|---|---|\n"
    groups: dict[tuple[str, str, str], list[Outcome]] = {}
    for case in found:
        if not case.beside and not case.agrees:
            why = reason(case)
            key = (case.file, why.whose, why.why) if why else (case.file, "ours", "not judged yet")
            groups.setdefault(key, []).append(case)
    for (file, whose, why), cases in groups.items():
        rows = ", ".join(map(str, dict.fromkeys(case.row for case in cases)))
        first = cases[0]
        parts = ", ".join(dict.fromkeys(case.about for case in cases))
        cells = (file, rows, parts, _cell(first.ours), _cell(first.theirs), _WHOSE[whose], why)
        yield f"| {' | '.join(cells)} |\n"


def _cell(text: str) -> str:
    return text.strip(" ,").replace("|", "/").replace("\n", " ") or "nothing"
