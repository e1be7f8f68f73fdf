"""Evidence: what was kept is what came, and stays so."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.models import Obstacle, Page
from citations.web import EvidenceError, EvidenceFolder
from citations.words import Reason

WHEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
PAGE = Page(
    "https://directory.example/biz/1",
    "https://directory.example/biz/harbor-dental",
    200,
    {"content-type": "text/html", "set-cookie": "session=1"},
    "<h1>Harbor Dental ☎</h1>".encode(),
    "browser",
    WHEN,
    1.25,
    ("https://directory.example/biz/1",),
)


@pytest.mark.parametrize("where", ["folder", "bucket"])
def test_keeps_the_page_its_facts_and_its_picture(tmp_path: Path, where: str):
    folder = EvidenceFolder(tmp_path / "evidence" if where == "folder" else f"memory://{tmp_path.name}/evidence")
    key = folder.keep(PAGE)
    assert folder.html(key) == PAGE.body
    assert folder.screenshot(key) is None
    folder.add_screenshot(key, b"\x89PNG")
    assert folder.screenshot(key) == b"\x89PNG"
    facts = folder.facts(key)
    assert facts["final_url"] == PAGE.final_url
    assert facts["fetched_at"] == "2026-03-01T12:30:00+00:00"
    assert facts["redirects"] == ["https://directory.example/biz/1"]
    assert facts["headers"] == {"content-type": "text/html"}
    assert key.startswith("2026-03-01/")


def test_an_obstacle_is_evidence_too(tmp_path: Path):
    folder = EvidenceFolder(tmp_path)
    key = folder.keep(Page("https://directory.example/", obstacle=Obstacle(Reason.ROBOTS, "no"), fetched_at=WHEN))
    assert folder.facts(key)["obstacle"] == {"reason": "robots", "detail": "no"}


def test_the_same_page_at_another_time_is_other_evidence(tmp_path: Path):
    folder = EvidenceFolder(tmp_path)
    keys = {folder.keep(PAGE), folder.keep(Page(PAGE.url, body=PAGE.body, fetched_at=WHEN.replace(hour=13)))}
    assert len(keys) == 2


def test_nothing_kept_is_overwritten_and_no_drafts_are_left(tmp_path: Path):
    folder = EvidenceFolder(tmp_path)
    key = folder.keep(PAGE)
    folder.add_screenshot(key, b"first")
    file = tmp_path / f"{key}.html.gz"
    file.write_bytes(gzip.compress(b"as it was"))
    assert folder.keep(PAGE) == key
    folder.add_screenshot(key, b"second")
    assert folder.html(key) == b"as it was"
    assert folder.screenshot(key) == b"first"
    assert sorted(path.suffix for path in tmp_path.rglob("*") if path.is_file()) == [".gz", ".json", ".png"]


@given(st.one_of(st.text(), st.sampled_from(["../../etc/passwd", "2026-03-01/../../x", "/etc/passwd", ""])))
def test_a_key_that_was_not_given_out_leads_nowhere(key: str):
    folder = EvidenceFolder(Path("/nowhere"))
    for reads in (folder.facts, folder.html, folder.screenshot):
        with pytest.raises(KeyError):
            reads(key)


def test_a_bucket_that_cannot_be_reached_is_named():
    with pytest.raises(EvidenceError, match=r"nowhere://bucket \(CITATIONS_EVIDENCE\) cannot be used: .*nowhere"):
        EvidenceFolder("nowhere://bucket")
