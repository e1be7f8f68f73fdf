"""The guard: private networks are closed in whatever way an address is written, at every hop, for every sub-request."""

import asyncio
import csv
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.web.guard import TABLE, Guard, RefusedError, why_refused
from citations.words import Reason
from tests.web.site import moved, serve

NETWORKS = [
    ipaddress.ip_network(row["network"])
    for row in csv.DictReader(line for line in TABLE.open(encoding="utf-8") if not line.startswith("#"))
]
IPV4 = [network for network in NETWORKS if network.version == 4]


def inside(networks):
    return st.sampled_from(networks).flatmap(
        lambda network: st.integers(int(network[0]), int(network[-1])).map(type(network[0]))
    )


@given(inside(NETWORKS))
def test_each_special_network_is_refused(address):
    assert why_refused(str(address))


@given(inside(IPV4))
def test_so_is_each_ipv4_address_inside_an_ipv6_one(address):
    for prefix in ("::ffff:", "64:ff9b::", "2002:"):
        tail = f"{int(address) >> 16:x}:{int(address) & 0xFFFF:x}"
        assert why_refused(f"{prefix}{tail}" + ("::1" if prefix == "2002:" else ""))


@given(st.ip_addresses())
def test_nothing_passes_that_the_standard_library_calls_private(address):
    if not address.is_global or address.is_multicast:
        assert why_refused(str(address)) or (address.version == 6 and address in ipaddress.ip_network("64:ff9b::/96"))


@pytest.mark.parametrize("address", ["1.1.1.1", "8.8.8.8", "2606:4700::1111", "64:ff9b::101:101", "::ffff:8.8.8.8"])
def test_public_addresses_pass(address):
    assert why_refused(address) == ""


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0", "[::1]", "[::ffff:127.0.0.1]",
             "169.254.169.254", "10.0.0.1", "[fe80::1%25lo]"]
)  # fmt: skip
def test_ways_to_write_a_private_address(visit, host):
    with serve(a="secret") as site:
        page = visit(site.settings(allow_private=frozenset()), f"http://{host}:{site.port}/a")
    assert page.obstacle.reason == Reason.NETWORK
    assert site.asked == []


def test_the_refusal_says_how_to_allow_it(visit):
    with serve() as site:
        page = visit(site.settings(allow_private=frozenset()), site.url("/a"))
    assert f"CITATIONS_ALLOW_PRIVATE={site.host}" in page.obstacle.detail


@pytest.mark.parametrize(
    ("entry", "host", "port", "passes"),
    [
        ("127.0.0.1:80", "127.0.0.1", 80, True), ("127.0.0.1:80", "127.0.0.1", 81, False),
        ("127.0.0.1:*", "127.0.0.1", 81, True), ("localhost:80", "localhost", 80, True),
        ("127.0.0.1:80", "localhost", 80, False), ("[::1]:80", "::1", 80, True), ("[::1]:80", "[::1]", 80, True),
        ("*:80", "127.0.0.1", 80, False),
    ],
)  # fmt: skip
def test_what_the_user_allows_is_allowed_and_nothing_else(run, entry, host, port, passes):
    guard = Guard([entry])
    if passes:
        assert run(guard.addresses(host, port))
    else:
        with pytest.raises(RefusedError):
            run(guard.addresses(host, port))


def test_only_checked_addresses_are_connected_to(run, monkeypatch):
    async def rebinding(*_: object, **__: object):
        return [(2, 1, 6, "", (address, 80)) for address in ("10.0.0.1", "8.8.8.8", "127.0.0.1", "1.1.1.1")]

    tried = []

    async def connect(address: str) -> None:
        tried.append(address)
        raise ConnectionRefusedError

    async def work():
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", rebinding)
        await Guard().connect("rebinding.example", 80, connect)

    with pytest.raises(ConnectionRefusedError):
        run(work())
    assert tried == ["8.8.8.8", "1.1.1.1"]


@pytest.mark.parametrize("with_browser", [False, True])
def test_a_redirect_into_a_private_network_is_not_followed(visit, with_browser):
    with serve(a="secret") as closed, serve() as site:
        site.paths["/a"] = moved(closed.url("/a"))
        page = visit(site.settings(), site.url("/a"), browser=with_browser)
    assert page.obstacle.reason == Reason.NETWORK
    assert page.final_url == closed.url("/a")
    assert closed.asked == []


WAYS_OUT = """
<link rel=stylesheet href="{c}/style"><script src="{c}/script"></script><img src="{c}/image">
<iframe src="{c}/frame"></iframe>
<link rel=prefetch href="{c}/prefetch"><object data="{c}/object"></object><video src="{c}/video" autoplay></video>
<img src="/to-closed"><iframe src="/to-closed"></iframe><script src="/to-closed"></script>
<a ping="{c}/ping" id=a href="#x">x</a>
<form id=f target=_blank action="{c}/form"></form>
<script>
fetch("{c}/fetch", {{mode: "no-cors"}}).catch(() => 0); fetch("/to-closed", {{mode: "no-cors"}}).catch(() => 0);
navigator.sendBeacon("{c}/beacon"); new EventSource("{c}/events"); a.click();
try {{ new WebSocket("ws://{h}/socket") }} catch (e) {{}}
try {{ window.open("{c}/open") }} catch (e) {{}} f.submit();
new Worker(URL.createObjectURL(new Blob(["fetch('{c}/worker', {{mode: 'no-cors'}}).catch(() => 0)"])));
</script><h1>still here</h1>
"""


def test_nothing_that_a_page_does_in_the_browser_reaches_a_private_network(visit):
    with serve() as closed, serve() as site:
        site.paths["/a"] = WAYS_OUT.format(c=f"http://{closed.host}", h=closed.host)
        site.paths["/to-closed"] = moved(closed.url("/redirected"))
        page = visit(site.settings(), site.url("/a"), browser=True)
    assert b"still here" in page.body
    assert closed.asked == []
    assert "/to-closed" in site.asked
