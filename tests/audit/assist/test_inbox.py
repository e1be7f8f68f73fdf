"""The watched folder: whole files only, nobody else's files, nothing lost."""

import asyncio
import os
from pathlib import Path

import pytest

from citations.audit.assist import Desk, Inbox, Outcome
from citations.words import Arrival
from tests.audit.assist.test_saved import mhtml
from tests.audit.assist.walled_web import WalledWeb

LARGEST = 1_000_000


def saved_from(web: WalledWeb, place: int = 0) -> tuple[str, bytes]:
    """A listing of ours as Chromium would save it: its URL and the HTML file."""
    urls = [row["url"] for row in web.truth.values() if row["status"] == "listed"]
    url = urls[place]
    return url, f"<!-- saved from url=({len(url):04}){url} -->\n".encode() + web.page_at(url)


def through(inbox: Inbox) -> list[Outcome]:
    async def gather() -> list[Outcome]:
        return [outcome async for outcome in inbox.once()]

    return asyncio.run(gather())


def test_every_kind_of_file_in_our_folder_is_dealt_with_and_put_away(web: WalledWeb, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    inbox = Inbox(folder, web.desk(), LARGEST)
    _, html = saved_from(web)
    other, _ = saved_from(web, 1)
    (folder / "one.html").write_bytes(html)
    (folder / "one_files").mkdir()
    (folder / "two.mhtml").write_bytes(mhtml(web.page_at(other), snapshot=other))
    (folder / "again.htm").write_bytes(html)
    (folder / "invoice.pdf").write_bytes(b"%PDF-1.7")
    (folder / "empty.html").write_bytes(b"")
    words = {outcome.page.name: outcome.page.word for outcome in through(inbox)}
    assert sorted(words.values()) == [Arrival.AGAIN, Arrival.CHECKED, Arrival.CHECKED, Arrival.UNUSABLE]
    assert words["invoice.pdf"] is Arrival.UNUSABLE
    assert {path.name for path in (folder / "read").iterdir()} == {"one.html", "one_files", "two.mhtml", "again.htm"}
    assert {path.name for path in (folder / "aside").iterdir()} == {"invoice.pdf"}
    assert (folder / "empty.html").exists()  # a download's place is held by an empty file


def test_a_second_file_of_the_same_name_does_not_replace_the_first(web: WalledWeb, tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "inbox", web.desk(), LARGEST)
    for place in range(2):
        (tmp_path / "inbox" / "page.html").write_bytes(saved_from(web, place)[1])
        through(inbox)
    assert {path.name for path in (tmp_path / "inbox" / "read").iterdir()} == {"page.html", "page-2.html"}


def test_in_a_folder_that_is_not_ours_nothing_is_moved_and_nothing_else_is_read(web: WalledWeb, tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    _, html = saved_from(web)
    (downloads / "listing.html").write_bytes(html)
    (downloads / "bank.html").write_bytes(b"<!-- saved from url=(0020)https://bank.example/ --><h1>Balance</h1>")
    (downloads / "letter.docx").write_bytes(b"PK")
    old = downloads / "old.html"
    old.write_bytes(saved_from(web, 1)[1])
    os.utime(old, (1, 1))
    (outcome,) = through(Inbox(downloads, web.desk(), LARGEST, is_ours=False))
    assert (outcome.page.name, outcome.page.word) == ("listing.html", Arrival.CHECKED)
    assert len(list(downloads.iterdir())) == 4
    assert len(web.store.people.arrived(web.audit.id)) == 1


def test_a_folder_that_is_not_there_is_named(web: WalledWeb, tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="nowhere"):
        Inbox(tmp_path / "nowhere", web.desk(), LARGEST, is_ours=False)


@pytest.mark.parametrize("half", ["page.html.crdownload", "page.html.part"])
def test_a_download_under_way_is_waited_for(web: WalledWeb, tmp_path: Path, half: str) -> None:
    folder = tmp_path / "inbox"
    inbox = Inbox(folder, web.desk(), LARGEST)
    _, html = saved_from(web)
    (folder / half).write_bytes(html[:100])
    (folder / "page.html").write_bytes(html[:200])  # what is there of it already
    assert through(inbox) == []
    (folder / half).unlink()
    (folder / "page.html").write_bytes(html)
    assert [outcome.page.word for outcome in through(inbox)] == [Arrival.CHECKED]


def test_a_file_that_still_grows_is_read_once_it_is_whole(web: WalledWeb, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    inbox = Inbox(folder, web.desk(), LARGEST)
    _, html = saved_from(web)

    async def watch_while_it_grows() -> list[Outcome]:
        stop, seen = asyncio.Event(), []

        async def grow() -> None:
            with (folder / "page.html").open("wb") as file:
                for start in range(0, len(html), len(html) // 6 + 1):
                    file.write(html[start : start + len(html) // 6 + 1])
                    file.flush()
                    await asyncio.sleep(0.2)

        growing = asyncio.create_task(grow())
        async with asyncio.timeout(30):
            async for outcome in inbox.watch(stop):
                seen.append(outcome)
                stop.set()
        await growing
        return seen

    (outcome,) = asyncio.run(watch_while_it_grows())
    assert outcome.page.word is Arrival.CHECKED
    kept = web.store.check(web.audit.id, outcome.checks[0].location, outcome.checks[0].directory)
    assert kept


def test_no_link_leads_out_of_the_folder(web: WalledWeb, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(saved_from(web)[1])
    inbox = Inbox(tmp_path / "inbox", web.desk(), LARGEST)
    (tmp_path / "inbox" / "link.html").symlink_to(secret)
    assert through(inbox) == []
    assert secret.exists()


def test_a_file_that_is_too_large_is_told_and_kept(web: WalledWeb, tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "inbox", web.desk(), 1000)
    (tmp_path / "inbox" / "page.html").write_bytes(b"<html>" + b" " * 20_000)
    (outcome,) = through(inbox)
    assert (outcome.page.word, "larger" in outcome.page.says) == (Arrival.UNUSABLE, True)
    assert (tmp_path / "inbox" / "aside" / "page.html").exists()


def test_a_page_of_no_queue_entry_stands_aside(web: WalledWeb, tmp_path: Path) -> None:
    desk: Desk = web.desk()
    inbox = Inbox(tmp_path / "inbox", desk, LARGEST)
    (tmp_path / "inbox" / "x\n<b>.html").write_bytes(b"<html><h1>Nothing of ours</h1></html>")
    (outcome,) = through(inbox)
    assert outcome.page.word is Arrival.ASIDE
    assert len(list((tmp_path / "inbox" / "aside").iterdir())) == 1
