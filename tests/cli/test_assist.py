"""`citations assist` as a person uses it: at a terminal with one key, and by a script without one."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from citations.words import Arrival, Status
from tests.audit.assist.walled_web import WalledWeb, walled_web
from tests.cli.person_at_assist import desktop, save, wait_until
from tests.cli.terminal import terminal


@pytest.fixture
def web(tmp_path: Path) -> Iterator[WalledWeb]:
    with walled_web(tmp_path) as built:
        yield built


@pytest.fixture
def environment(web: WalledWeb, tmp_path: Path) -> Mapping[str, str]:
    return desktop(web, tmp_path)


def run(environment: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "citations", "assist", *words]
    return subprocess.run(
        command, check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    )


def test_one_key_opens_and_a_saved_page_is_read(web: WalledWeb, environment: Mapping[str, str], tmp_path: Path) -> None:
    first, second = web.desk().entries[:2]
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"0 of \d+ settled")
        person.wait_for(r"\[Enter\] open")
        person.type("n")
        person.wait_for("Look first")
        person.type("\n")
        person.wait_for(f"→ {first.location.name}")
        url = first.link.url
        person.wait_for(re.escape(url))
        wait_until(lambda: (tmp_path / "opened").read_text().endswith("\n"))
        assert (tmp_path / "opened").read_text().strip() == url
        save(web, url, "results.html")
        person.wait_for("✓ results.html: checked; ")
        person.wait_for(r"[1-9]\d* of \d+ settled")
        person.wait_for("→ ")
        still = [entry.key for entry in web.desk().entries]
        person.type("n")
        person.wait_for("settled.*→ ")
        person.type("s")
        person.wait_for("settled")
        person.type("q")
        assert person.end() == 0
    assert second
    now = {entry.key for entry in web.desk().entries}
    (gone,) = set(still) - now
    said = web.store.check(web.audit.id, *gone)
    assert said
    assert (said.status, said.how) == (Status.NOT_LISTED, "said")


def test_a_pasted_text_is_read(web: WalledWeb, environment: Mapping[str, str]) -> None:
    place = web.desk().entries[0].location
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("u")
        person.wait_for("Ctrl-D")
        person.type(f"{place.name}\n{place.postal}\n{place.phone}\n.\n")
        person.wait_for("✓ pasted text: checked")
        person.type("q")
        assert person.end() == 0


def test_a_paste_is_taken_as_a_whole_and_no_letter_of_it_for_a_key(
    web: WalledWeb, environment: Mapping[str, str], tmp_path: Path
) -> None:
    first, second = web.desk().entries[:2]
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("\n")
        person.wait_for(re.escape(first.link.url))
        place = first.location
        person.type(f"\x1b[200~Question: Zoë Ünal?\r\n\x1b[201~\x1b[200~{place.name}\r{place.postal}\r")
        person.wait_for("– pasted text: aside")
        person.type(f"{place.phone}\r\x1b[201~")
        person.wait_for("✓ pasted text: checked")
        person.wait_for(f"→ .*{re.escape(second.link.url)}")  # of itself
        person.type("q")
        assert person.end() == 0
    check = web.store.check(web.audit.id, *first.key)
    assert check
    assert (check.status, check.how) == (Status.LISTED, "pasted_text")


def test_many_pages_at_once_open_one_tab(web: WalledWeb, environment: Mapping[str, str], tmp_path: Path) -> None:
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("\n")
        person.wait_for("→ ")
        listed = [entry for entry in web.desk().entries[:6] if web.truth[entry.key]["url"]]
        for place, entry in enumerate(listed):
            save(web, web.truth[entry.key]["url"], f".{place}.html")
        for place, _ in enumerate(listed):
            (web.settings.home / "inbox" / f".{place}.html").rename(web.settings.home / "inbox" / f"{place}.html")
        for _ in listed:
            person.wait_for("checked; ")
        wait_until(lambda: (tmp_path / "opened").read_text().count("\n") == 2)
        person.type("q")
        assert person.end() == 0
    assert len(listed) > 3
    assert len((tmp_path / "opened").read_text().splitlines()) == 2


def test_of_what_is_copied_only_a_listing_is_read(
    web: WalledWeb, environment: Mapping[str, str], tmp_path: Path
) -> None:
    first = web.desk().entries[0]
    place = first.location
    with terminal("assist", "--clipboard", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("\n")
        person.wait_for(re.escape(first.link.url))
        for text in ("correct horse battery staple", "https://elsewhere.example/1", "Dear all,\ncall (503) 555-0111"):
            (tmp_path / "clipboard").write_text(text)
            time.sleep(1.5)
        (tmp_path / "clipboard").write_text(f"{place.name}\n{place.postal}\n{place.phone}")
        person.wait_for("✓ pasted text: checked")
        person.wait_for("→ ")
        person.type("q")
        assert person.end() == 0
    (kept,) = web.store.people.arrived(web.audit.id)
    assert kept.word is Arrival.CHECKED
    pages = [file.read_text(errors="replace") for file in web.settings.evidence_folder.rglob("*") if file.is_file()]
    assert not [page for page in pages if "555-0111" in page and "Dear all" in page]


def test_without_a_clipboard_it_says_how_to_get_one(environment: Mapping[str, str], tmp_path: Path) -> None:
    bare = {key: value for key, value in environment.items() if key != "DISPLAY"} | {"PATH": str(tmp_path)}
    with terminal("assist", "--clipboard", environment=bare) as person:
        person.wait_for("clipboard of this machine cannot be read; install xclip")
        assert person.end() == 2


def test_ctrl_c_keeps_what_was_read(web: WalledWeb, environment: Mapping[str, str]) -> None:
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("\x03")
        person.wait_for("Stopped")
        assert person.end() == 0


def test_a_script_goes_through_the_folder_once(web: WalledWeb, environment: Mapping[str, str]) -> None:
    (web.settings.home / "inbox").mkdir()
    urls = [row["url"] for row in web.truth.values() if row["status"] == "listed"][:3]
    for place, url in enumerate(urls):
        save(web, url, f"{place}.html")
    done = run(environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("checked; ") == 3
    (web.settings.home / "inbox" / "nothing.html").write_text("<html><h1>No listing</h1></html>")
    odd = run(environment, "--once")
    assert odd.returncode == 1
    assert "nothing.html: aside" in odd.stdout


def test_an_address_may_be_given(web: WalledWeb, environment: Mapping[str, str]) -> None:
    url = next(row["url"] for row in web.truth.values() if row["status"] == "listed")
    done = run(environment, "--url", url, "--url", "https://elsewhere.example/1")
    assert done.returncode == 1
    assert "none of the queue's directories" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--audit", "99"], "There is no audit 99"),
        (["--client", "Nobody"], "There is no client 'Nobody'; there are: "),
        (["--folder", "/nowhere/at/all"], "/nowhere/at/all"),
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(environment: Mapping[str, str], words: list[str], said: str) -> None:
    done = run(environment, *words)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_without_a_window_browser_it_says_how_to_get_one(
    web: WalledWeb, environment: Mapping[str, str], tmp_path: Path
) -> None:
    shell = tmp_path / "chromium-headless-shell"
    shell.write_text("#!/bin/sh\n")
    shell.chmod(0o755)
    with terminal("assist", "--browser", environment=environment | {"CITATIONS_BROWSER": str(shell)}) as person:
        person.wait_for("cannot show a window.*playwright install chromium")
        assert person.end() == 2


def test_no_audit_yet(tmp_path: Path) -> None:
    done = run(os.environ | {"CITATIONS_HOME": str(tmp_path / "empty"), "CITATIONS_DIRECTORIES": ""})
    assert done.returncode == 2
    assert "citations audit FILE" in done.stderr
