"""Notifications to receivers on loopback: what they get, and that one that is down spoils nothing."""

import email
import socket
from dataclasses import replace
from datetime import timedelta
from email import policy
from pathlib import Path

import jsonschema
import pytest
from sqlalchemy import create_engine, update
from typer.testing import CliRunner

from citations.cli import cli
from citations.notify import notification_schema, notify
from citations.settings import Settings
from citations.store import Store
from citations.store.history_tables import changes
from citations.words import Status
from tests.findings.fix_list import FIRST, OTHER, PLACE, RIGHT, audit, number
from tests.invented import DENTAL, looked
from tests.notify.receiving import hook, post_office

HOSTILE = "(360) 555-0142 <!channel> @here https://evil.example"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Two audits: a number got wrong in the second one, with a hostile value, and a listing is gone."""
    monkeypatch.setenv("CITATIONS_HOME", str(tmp_path))
    monkeypatch.delenv("CITATIONS_DATABASE_URL", raising=False)
    kept = Store(Settings().database)
    audit(kept, 0, [RIGHT, replace(RIGHT, directory="town_guide")])
    audit(kept, 30, [number(replace(OTHER, listed=HOSTILE)), looked(PLACE, "town_guide", Status.NOT_LISTED)])
    return kept


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_every_receiver_gets_what_changed(store: Store) -> None:
    with hook() as (web, posted), hook() as (chat, said), post_office() as (mail, letters):
        now = Settings(notify_webhook=web, notify_slack=chat, smtp=mail, notify_mail="anna@agency.example, b@c.example")
        sent = notify(store, 2, now)
    assert [(each.receiver, each.trouble) for each in sent] == [("webhook", ""), ("chat", ""), ("e-mail", "")]
    jsonschema.validate(posted[0], notification_schema())
    assert posted[0]["counts"] == {"new": 1, "vanished": 1}
    assert [change["listed"] for change in posted[0]["clients"][0]["changes"]] == [HOSTILE, ""]
    text = said[0]["text"]
    assert text.startswith("Audit 2: new problem: 1, listing gone: 1\n")
    assert not {"<!channel>", "@here", "https://evil"} & set(text.split()), "nothing of a listing acts in the chat"
    letter = email.message_from_string(letters[0], policy=policy.default)
    assert letter["To"] == "anna@agency.example, b@c.example"
    assert letter["Subject"] == "Audit 2: new problem: 1, listing gone: 1"
    assert DENTAL in letter.get_content()  # type: ignore[attr-defined]


def test_nothing_is_sent_where_nothing_is_to_be_told(store: Store) -> None:
    with hook() as (web, posted):
        assert notify(store, 1, Settings(notify_webhook=web)) == ()
        assert notify(store, 2, Settings(notify_webhook=web, notify_on="fixed")) == ()
        assert notify(store, 2, Settings()) == ()
    assert posted == []


def test_whoever_ends_the_audit_the_receivers_are_told_once(store: Store) -> None:
    with hook() as (web, posted):
        now = Settings(notify_webhook=web)
        assert [bool(notify(store, 2, now)), bool(notify(store, 2, now))] == [True, False]
        assert notify(store, 2, now, again=True)
        engine = create_engine(now.database)
        with engine.begin() as connection:  # the audit went on, and saw more
            connection.execute(update(changes).values(at=FIRST + timedelta(days=31)))
        engine.dispose()
        assert [bool(notify(store, 2, now)), bool(notify(store, 2, now))] == [True, False]
    assert len(posted) == 3


def test_a_receiver_that_is_down_is_named_and_stops_no_other(store: Store) -> None:
    gone = f"127.0.0.1:{closed_port()}"
    with hook(status=500) as (chat, _):
        now = Settings(
            notify_webhook=f"http://{gone}/token",
            notify_slack=chat,
            smtp=f"smtp://u:pw@{gone}",
            notify_mail="a@b.example",
        )
        sent = notify(store, 2, now)
    assert [each.receiver for each in sent] == ["webhook", "chat", "e-mail"]
    assert "answered with 500" in sent[1].trouble
    assert all(each.trouble and "token" not in each.trouble and "pw" not in each.trouble for each in sent)


def test_the_command_tries_again_and_says_who_was_not_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CliRunner().invoke(cli, ["notify"]).exit_code == 2
    monkeypatch.setenv("CITATIONS_NOTIFY_WEBHOOK", f"http://127.0.0.1:{closed_port()}/")
    assert CliRunner().invoke(cli, ["notify"]).exit_code == 1
    with hook() as (web, posted):
        monkeypatch.setenv("CITATIONS_NOTIFY_WEBHOOK", web)
        again = CliRunner().invoke(cli, ["notify"])
    assert (again.exit_code, again.stdout, len(posted)) == (0, "webhook: told\n", 1)


def test_a_setting_that_cannot_be_sent_to_is_refused_without_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_NOTIFY_SLACK", "hooks.example/very-secret")
    said = CliRunner().invoke(cli, ["notify"])
    assert said.exit_code == 2
    assert "CITATIONS_NOTIFY_SLACK" in said.stderr
    assert "very-secret" not in said.stderr
