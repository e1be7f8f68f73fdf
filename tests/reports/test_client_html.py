"""The HTML report: complete, in order, its numbers the portfolio's, and safe whatever a listing says."""

import base64
import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from citations.charts import PALETTE
from citations.findings import Portfolio, Score
from citations.models import Check
from citations.reports import client_html
from citations.reports.wording import why_not_checked
from citations.store import AuditInfo, Store
from citations.web import EvidenceFolder
from citations.words import Status
from tests.invented import DENTAL, HOSTILE, MADE_AT, multiplied
from tests.opportunities.audits import SITES

SECTIONS = ["cover", "summary", "record", "charts", "everywhere", "critical", "duplicates"]
SECTIONS += ["missing", "links", "plan", "changes", "method", "scorecards", "appendix"]


def text(html: str, selector: str = "main") -> str:
    node = LexborHTMLParser(html).css_first(selector)
    assert node, selector
    return " ".join(node.text(separator=" ").split())


def numbers(html: str) -> dict[str, str]:
    """The headline numbers by their label."""
    found = LexborHTMLParser(html).css(".numbers div")
    return {_inside(node, "dt"): _inside(node, "dd") for node in found}


def _inside(node: LexborNode, selector: str) -> str:
    inner = node.css_first(selector)
    assert inner
    return " ".join(inner.text(separator=" ").split())


def test_all_sections_in_the_order_of_a_client_report(dental_report: str) -> None:
    tree = LexborHTMLParser(dental_report)
    assert [node.attributes["id"] for node in tree.css("main > header, main > section")] == SECTIONS
    assert len(tree.css("h1")) == 1


def test_the_headline_numbers_are_the_portfolios(dental_report: str, dental: Portfolio) -> None:
    statuses = dental.statuses
    checks = sum(statuses.values()) - statuses[Status.NOT_APPLICABLE]
    assert numbers(dental_report) == {
        "Listed": f"{statuses[Status.LISTED]} of {checks}",
        "With a wrong detail": str(sum(result.counts[1] for result in dental.results)),
        "Missing": str(statuses[Status.NOT_LISTED] + statuses[Status.VANISHED]),
        "Listed more than once": "1",
        "Could not check": str(statuses[Status.UNVERIFIED] + statuses[Status.AMBIGUOUS]),
    }
    assert f"{dental.score.points:.0f}" in text(dental_report, "#cover")
    assert f"{dental.score.coverage:.0%} checked" in text(dental_report, "#cover")


def test_the_headline_says_how_many_of_the_unchecked_the_charts_show_apart(
    dental_report: str, dental: Portfolio
) -> None:
    doubtful, left = dental.statuses[Status.AMBIGUOUS], dental.statuses[Status.UNVERIFIED]
    assert doubtful == 1
    assert f"{doubtful} of the {doubtful + left} needs a second look" in text(dental_report, "#summary")


def test_the_first_page_says_the_risk_the_win_and_the_next_step(dental_report: str) -> None:
    summary = text(dental_report, "#summary")
    assert "sends callers to (360) 555-0199 , a number that is no longer in use" in summary
    assert "The same value stands in 5 places" in summary
    for part in ("The biggest risk to customers:", "The biggest win within reach:", "Next step:"):
        assert part in summary


def test_every_check_is_in_the_appendix(dental_report: str, dental: Portfolio) -> None:
    rows = LexborHTMLParser(dental_report).css("#appendix tbody tr:not(.group)")
    assert len(rows) == sum(len(result.checks) for result in dental.results) == 30


def test_every_check_without_an_answer_has_its_reason_in_words(dental_report: str, dental: Portfolio) -> None:
    method, appendix = text(dental_report, "#method"), text(dental_report, "#appendix")
    open_ones = [c for result in dental.results for c in result.checks if why_not_checked(c)]
    assert len(open_ones) == 8
    for check in open_ones:
        assert why_not_checked(check) in method
        assert why_not_checked(check) in appendix


def test_every_problem_is_told_somewhere(dental_report: str, dental: Portfolio) -> None:
    critical = text(dental_report, "#critical")
    for problem in dental.problems:
        if problem.field != "listing" and problem.listed and problem.word != "incomplete":
            assert problem.listed in critical.replace(" ", " ") or _unmarked(problem.listed) in _unmarked(critical)
    missing = text(dental_report, "#missing")
    assert all(problem.directory.name in missing for problem in dental.problems if problem.field == "listing")


def test_directories_for_others_are_counted_and_not_named(dental: Portfolio) -> None:
    missing = text(client_html(dental, None, made_at=MADE_AT, directories=SITES), "#missing")
    assert "1 directory for other countries or trades" in missing
    assert "lists restaurants only" not in missing


def _unmarked(words: str) -> str:
    return re.sub(r"\W", "", words)


def test_the_difference_is_marked_inside_the_value(dental_report: str) -> None:
    marks = {node.text() for node in LexborHTMLParser(dental_report).css("#critical mark")}
    assert {"0199", "0104", "210", "200"} <= marks


def test_a_difference_in_the_unit_alone_is_told_as_such(dental_report: str) -> None:
    critical = text(dental_report, "#critical")
    assert "sends visitors to Suite 210 . This location is in Suite 200" in critical
    assert "shows the building but not Suite 200 . Visitors may not find the door." in critical


def test_each_task_has_one_owner_and_one_date(dental_report: str) -> None:
    rows = LexborHTMLParser(dental_report).css("#plan tbody tr:not(.group)")
    assert len(rows) > 5
    for number, row in enumerate(rows, 1):
        assert row.css_first("td").text() == str(number)
        assert row.css_first('td[data-label="Owner"]').text() in ("Agency", "Client")
        assert row.css_first("time").attributes["datetime"] > MADE_AT.date().isoformat()


def test_links_are_judged_by_what_was_read(dental_report: str) -> None:
    links = text(dental_report, "#links")
    assert "Links: 7" in links
    assert "Link not counted: 1" in links
    assert "No link seen: 1" in links


def test_the_file_stands_alone(dental_report: str, hostile_report: str) -> None:
    for html in (dental_report, hostile_report):
        tree = LexborHTMLParser(html)
        assert not tree.css("script, iframe, object, embed, form, link, base, video, audio, foreignObject")
        assert all((node.attributes["src"] or "").startswith("data:image/") for node in tree.css("img"))
        assert not re.search(r"url\(\s*['\"]?(?!#)", html)
        assert "@import" not in html
        policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
        assert policy.startswith("default-src 'none'")
        assert "script" not in policy


def test_hostile_text_stays_text(hostile_report: str) -> None:
    tree = LexborHTMLParser(hostile_report)
    assert not tree.css("script, h1 *:not(bdi), body b")
    assert not [node for node in tree.css("*") if any(name.startswith("on") for name in node.attributes)]
    shown = text(hostile_report)
    for line in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "{{ 7 * 7 }}",
        "</style></svg><h1>broken out</h1>",
    ):
        assert line in shown
    assert HOSTILE in text(hostile_report, "h1")
    assert "49 {%" not in shown


def test_only_web_addresses_become_links(hostile_report: str, dental_report: str) -> None:
    for html in (hostile_report, dental_report):
        for node in LexborHTMLParser(html).css("a"):
            target = node.attributes["href"] or ""
            assert target.startswith(("https://", "http://", "#"))
            if not target.startswith("#"):
                assert "noopener" in (node.attributes["rel"] or "")


def test_nothing_turns_the_text_round_or_makes_it_endless(hostile_report: str) -> None:
    assert not set("\0\x1b\u202e\u2067\ufeff") & set(hostile_report)
    hostile_report.encode("utf-8")
    assert "x" * 300 not in hostile_report
    assert len(hostile_report) < 400_000


def test_pictures_are_carried_within_and_small(dental: Portfolio, evidence: tuple[EvidenceFolder, str]) -> None:
    folder, key = evidence
    html = client_html(_with_evidence(dental, key), folder, made_at=MADE_AT)
    sources = [node.attributes["src"] or "" for node in LexborHTMLParser(html).css("#critical img")]
    assert sources
    with Image.open(BytesIO(base64.b64decode(sources[0].split(",")[1]))) as image:
        assert image.format == "JPEG"
        assert image.width <= 560
        assert image.height <= 620


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "2031-05-03/" + "0" * 32])
def test_a_report_goes_out_without_a_picture_that_is_gone(
    dental: Portfolio, evidence: tuple[EvidenceFolder, str], key: str
) -> None:
    html = client_html(_with_evidence(dental, key), evidence[0], made_at=MADE_AT)
    assert not LexborHTMLParser(html).css("img")


def _with_evidence(portfolio: Portfolio, key: str) -> Portfolio:
    def moved(check: Check) -> Check:
        return replace(check, evidence=key)

    results = []
    for result in portfolio.results:
        problems = tuple(replace(problem, check=moved(problem.check)) for problem in result.problems)
        results.append(replace(result, checks=tuple(map(moved, result.checks)), problems=problems))
    return replace(portfolio, results=tuple(results))


def test_too_little_checked_gives_no_grade(dental: Portfolio) -> None:
    html = client_html(replace(dental, score=Score(91.0, 0.3)), None, made_at=MADE_AT)
    assert PALETTE["not enough checked"].label in text(html, "#cover")
    assert "91" not in text(html, "#cover")
    assert "Too few places could be checked" in text(html, "#summary")


def test_a_client_without_a_check_gets_a_report_that_says_so(dental: Portfolio) -> None:
    bare = replace(dental, results=(), score=Score(None, 0.0), client="")
    html = client_html(bare, None, made_at=MADE_AT)
    assert numbers(html)["Listed"] == "0 of 0"
    assert "All locations" in text(html, "h1")


def test_above_fifty_locations_by_exception(dental: Portfolio) -> None:
    html = client_html(multiplied(dental, 11), None, made_at=MADE_AT)
    tree = LexborHTMLParser(html)
    assert len(tree.css(".scorecard")) == 50
    assert "Of 55 locations, the 50 that need someone most" in text(html, "#scorecards")
    assert "55 locations" in text(html, "#cover")
    assert len(tree.css("#record tbody tr")) + len(tree.css("#records tbody tr")) == 50
    assert "The same in 54 further listings" in text(html, "#critical")


def test_a_practice_web_is_labelled_as_sample_data(dental: Portfolio, dental_report: str) -> None:
    assert not LexborHTMLParser(dental_report).css(".sample")
    local = tuple(
        replace(result, checks=tuple(replace(c, url="http://127.0.0.1:8123/biz/1") for c in result.checks))
        for result in dental.results
    )
    html = client_html(replace(dental, results=local), None, made_at=MADE_AT)
    assert "Sample data" in text(html, ".sample")


def test_the_report_of_all_clients_holds_all(invented: tuple[Store, AuditInfo], whole: Portfolio) -> None:
    html = client_html(whole, None, made_at=MADE_AT)
    assert "6 locations" in text(html, "#cover")
    assert {result.location.client for result in whole.results} == {DENTAL, HOSTILE}
