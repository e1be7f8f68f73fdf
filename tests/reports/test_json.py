"""What `--json` prints keeps to its schema and loses nothing."""

import json
from dataclasses import replace

import jsonschema
import pytest

from citations.findings import Portfolio
from citations.models import Link, Listing, Obstacle, Page, Reading
from citations.reports import audit_json, audit_schema, reading_json, reading_schema
from citations.words import Reason
from tests.invented import DENTAL, HOSTILE, TEXT_OF_A_STRANGER, WHEN


def test_an_audit_keeps_to_the_schema(whole: Portfolio) -> None:
    document = json.loads(json.dumps(audit_json(whole)))
    jsonschema.Draft202012Validator.check_schema(audit_schema())
    jsonschema.validate(document, audit_schema(), jsonschema.Draft202012Validator)


def test_an_audit_in_json_is_the_whole_audit(whole: Portfolio) -> None:
    document = audit_json(whole)
    assert document["schema_version"] == "1"
    assert len(document["checks"]) == sum(whole.statuses.values()) == document["audit"]["done"]
    assert [client["client"] for client in document["clients"]] == sorted([DENTAL, HOSTILE])
    assert document["score"]["points"] == whole.score.points
    by_id = {entry["location"]["id"]: entry for entry in document["locations"]}
    for result in whole.results:
        entry = by_id[result.location.id]
        assert entry["score"] == {
            "points": result.score.points,
            "coverage": result.score.coverage,
            "grade": result.score.grade,
        }
        assert len(entry["problems"]) == len(result.problems)


def test_the_score_of_a_client_is_that_of_its_own_report(whole: Portfolio, dental: Portfolio) -> None:
    scores = {client["client"]: client["score"] for client in audit_json(whole)["clients"]}
    assert scores[DENTAL]["points"] == pytest.approx(dental.score.points)
    assert scores[DENTAL]["coverage"] == pytest.approx(dental.score.coverage)


def test_the_schema_refuses_a_word_that_the_product_does_not_know(whole: Portfolio) -> None:
    document = audit_json(whole)
    document["checks"][0]["status"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, audit_schema())


def test_a_reading_keeps_to_the_schema_whatever_the_page_says() -> None:
    page = Page("https://a.example/", "https://a.example/biz", 200, how="http", fetched_at=WHEN)
    for line in TEXT_OF_A_STRANGER:
        listing = Listing(name=line, phones=("(360) 555-0100",), sources={"name": (line, "json-ld")})
        reading = Reading(
            (listing,), Obstacle(Reason.LOGIN, line), links=(Link("https://a.example/", line, ("nofollow",)),)
        )
        document = json.loads(json.dumps(reading_json(page, reading), ensure_ascii=False).encode("utf-8"))
        jsonschema.validate(document, reading_schema())
        assert document["listings"][0]["name"] == line.replace("\ud83d", "\ufffd")


def test_the_obstacle_of_the_visit_is_told_when_the_page_has_none() -> None:
    page = replace(Page("https://a.example/"), obstacle=Obstacle(Reason.TIMEOUT, "20 s"))
    assert reading_json(page, Reading())["obstacle"] == {"reason": "timeout", "detail": "20 s", "says_gone": False}
