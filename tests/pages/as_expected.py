"""Holds an invented page to what stands beside it as JSON; `citations/samples/hold.py` says how a case is written."""

from collections.abc import Mapping
from typing import Any

from citations.directory import Directory
from citations.samples import page_faults


def assert_as_expected(case: Mapping[str, Any], body: bytes, directory: Directory | None) -> None:
    """Read `body` as the case says that it came, and compare all that the case names."""
    assert list(page_faults(case, body, directory)) == []
