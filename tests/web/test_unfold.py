"""What a visitor would click or scroll to is there when a page is read: values, further results, a feed to its end."""

import pytest

from citations.web import hides_phone
from tests.web.site import serve

PHONE = """<h1>Harbor Lane Bakery</h1><div id=p></div><button id=b>{label}</button><script>
b.onclick = () => setTimeout(() => {{ p.innerHTML = '<a href="tel:+1503' + '5550111">call</a>'; b.remove(); }}, 60);
</script>"""
FEED = """<div id=list></div><div id=end style="height:30px">{end}</div><script>
let n = 0;
const add = () => {{ for (let i = 0; i < 10 && n < {total}; i++) list.insertAdjacentHTML(
  "beforeend", `<p style="height:120px">Bakery ${{++n}}</p>`); {after} }};
add(); {start}
</script>"""
SCROLLED = "new IntersectionObserver(all => all.some(e => e.isIntersecting) && fetch('/more').then(add)).observe(end);"
BUTTON = "if (n >= {total}) end.innerHTML = '';"


def text(page) -> str:
    assert page.obstacle is None, page.obstacle
    return page.body.decode()


@pytest.mark.parametrize("label", ["Show phone number", "Telefonnummer anzeigen", "Afficher le n°", "SHOW NUMBER …"])
def test_a_phone_behind_a_click_is_shown(browse, label):
    with serve(a=PHONE.format(label=label)) as site:
        assert "+15035550111" in text(browse(site.url("/a")))


def test_a_directory_may_name_what_is_clicked(browse):
    with serve(a=PHONE.format(label="Contact")) as site:
        assert "+15035550111" not in text(browse(site.url("/a")))
        assert "+15035550111" in text(browse(site.url("/a"), reveal="#b"))


def test_results_behind_a_button_are_all_shown(browse):
    end = "<button onclick=add()>Load more (12)</button>"
    with serve(a=FEED.format(end=end, total=35, after=BUTTON.format(total=35), start="")) as site:
        page = browse(site.url("/a"))
    assert ("Bakery 35" in text(page), page.goes_on) == (True, False)


@pytest.mark.parametrize(("total", "goes_on"), [(35, False), (10_000, True)], ids=["it ends", "it never ends"])
def test_a_feed_is_scrolled_to_its_end_or_said_to_go_on(browse, total, goes_on):
    with serve(a=FEED.format(end=".", total=total, after="", start=SCROLLED), more="{}") as site:
        page = browse(site.url("/a"))
    assert "Bakery 30" in text(page)
    assert page.goes_on is goes_on


def test_what_leads_away_is_not_followed_nor_is_the_page_lost(browse):
    buttons = "<a href='/b'>Show phone</a><button onclick=\"location = '/b'\">Show number</button><script></script>"
    with serve(a=f"<h1>Harbor Lane Bakery</h1>{buttons}", b="<h1>Elsewhere</h1>") as site:
        page = browse(site.url("/a"))
    assert "Harbor Lane Bakery" in text(page)
    assert "/b" not in site.asked


def test_a_banner_in_a_frame_is_refused(browse):
    frame = """<div role=dialog>Cookies: do you consent?
      <button onclick="top.postMessage('no', '*')">Reject all</button><button>OK</button></div>"""
    page = """<h1>Harbor Lane Bakery</h1><iframe src="/cmp-message"></iframe><p id=said></p><script>
      addEventListener("message", event => { said.textContent = "said " + event.data; }); </script>"""
    with serve(a=page, **{"cmp-message": frame}) as site:
        assert "said no" in text(browse(site.url("/a")))


def test_a_list_that_drops_what_is_out_of_sight_is_read_as_it_was(browse):
    drop = "onscroll = () => { document.body.innerHTML = '<p style=height:9000px>Bakery 99</p>'; }"
    rows = "".join(f"<p style='height:300px'>Bakery {number}</p>" for number in range(30))
    with serve(a=f"{rows}<script>{drop}</script>") as site:
        assert "Bakery 7" in text(browse(site.url("/a")))


@pytest.mark.parametrize(("html", "hidden"), [("<a>Show Phone</a>", True), ("<p>Show phones</p>", False), ("", False)])
def test_a_plain_page_tells_that_it_hides_a_phone(html, hidden):
    assert hides_phone(html.encode()) is hidden
