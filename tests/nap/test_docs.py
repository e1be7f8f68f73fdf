"""`docs/how-matching-decides.md` names every rule that the code can give."""

import re
from pathlib import Path

import citations.nap

ROOT = Path(__file__).resolve().parents[2]
RULE = re.compile(
    r'"((?:name|phone|website|hours|address|categories)\.[a-z_0-9]+|(?:number|street|unit|city|region|postcode)_[a-z_]+)"'
)


def test_every_rule_is_explained() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in Path(citations.nap.__file__).parent.glob("*.py"))
    text = (ROOT / "docs" / "how-matching-decides.md").read_text(encoding="utf-8")
    ours = {rule.removeprefix("address.") for rule in RULE.findall(code)}
    general = {rule for rule in ours if rule.endswith((".no_record", ".absent", ".identical"))} | {
        "no_record",
        "absent",
        "identical",
    }
    assert len(ours) > 80
    assert sorted(rule for rule in ours - general if rule not in text) == []
