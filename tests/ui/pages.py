"""The pages run without a browser: what Streamlit would send of them."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "app.py"
SECONDS = 60


def overview(**parameters: str) -> AppTest:
    """The app as its address without a page shows it."""
    app = AppTest.from_file(str(APP), default_timeout=SECONDS)
    app.query_params.update(parameters)
    return run(app)


def location(**parameters: str) -> AppTest:
    """The page of one location."""

    def page() -> None:
        from citations.ui import location  # noqa: PLC0415 (runs as a script of its own)

        location.show()

    app = AppTest.from_function(page, default_timeout=SECONDS)
    app.query_params.update(parameters)
    return run(app)


def run(app: AppTest) -> AppTest:
    """Run the page; an error on it is an error of the test."""
    app.run()
    assert not app.exception, app.exception
    return app


def html(app: AppTest) -> LexborHTMLParser:
    """Everything that the page shows as HTML, without its style sheet."""
    bodies = (element.proto.body for element in app.get("html"))
    return LexborHTMLParser("".join(body for body in bodies if not body.startswith("<style>")))


def text(app: AppTest, selector: str = "body") -> str:
    """The words of the page, or of one part of it, with single spaces."""
    return " ".join(" ".join(node.text(separator=" ") for node in html(app).css(selector)).split())
