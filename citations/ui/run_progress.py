"""Audits that run in processes of their own: how far they are, renewed while one looks."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from citations.audit import HowFar, Run, duration
from citations.audit.running import read_run
from citations.audit.worker import WorkerError, go_on, last_words, stop
from citations.settings import Settings
from citations.ui import data, signs
from citations.ui.html import draw, label
from citations.words import RunState

EVERY = 2.0  # seconds
LINES = 40
_SAYS = {
    RunState.STOPPED: "Stopped. What was done is kept.",
    RunState.FINISHED: "Finished.",
    RunState.FAILED: "It ended with an error.",
    RunState.DIED: "Its process is gone without a word, as when the machine is switched off. What was done is kept.",
}


def show(run: Run) -> None:
    """One run with its buttons."""
    with st.container(border=True, key=f"run-{run.folder.name}"):
        if run.is_running:
            _live(str(run.folder))
        else:
            _ended(run)


def strip(run: Run) -> None:
    """The progress of a run in one line, for the pages that show its audit."""
    _line(str(run.folder))


@st.fragment(run_every=EVERY)
def _line(folder: str) -> None:
    run = _still_running(folder)
    st.progress(_share(run), text=f"This audit is running: {run.done:,} of {run.planned:,} checks{_remaining(run)}")


@st.fragment(run_every=EVERY)
def _live(folder: str) -> None:
    run = _still_running(folder)
    outcomes = data.outcomes(run.audit) if run.audit else {}
    draw(
        "run",
        run=run,
        name=Path(run.source).name,
        state="",
        remaining=_remaining(run),
        outcomes=[(signs.of_word(word), number) for word, number in outcomes.items()],
        unfinished=[(one, duration(one.remaining)) for one in _slowest_first(run) if one.remaining],
    )
    st.progress(_share(run), text=f"{run.done:,} of {run.planned:,} checks")
    if st.button("Stop", key=f"stop-{run.folder.name}", help="It ends cleanly and can be continued."):
        stop(run)
        st.toast("Stopping …")
    _log(run)


def _ended(run: Run) -> None:
    draw("run", run=run, name=Path(run.source).name, state=_SAYS[run.state], remaining="", outcomes=[], unfinished=[])
    can_go_on = run.state is not RunState.FINISHED and run.is_from_view and Path(run.source).is_file()
    if can_go_on and st.button("Continue", type="primary", key=f"go-on-{run.folder.name}"):
        begin_again(run)
    _log(run)


def begin_again(run: Run) -> None:
    """Continue a run, or say why it does not begin."""
    try:
        with st.spinner("Starting …"):
            go_on(Settings().home, run)
    except (WorkerError, OSError) as error:
        st.error(label(str(error)))
        return
    st.rerun()


def _still_running(folder: str) -> Run:
    """The run; when it has ended the whole page is drawn anew, without a timer."""
    run = read_run(Path(folder))
    if run is None or not run.is_running:
        st.rerun()
    return run


def _log(run: Run) -> None:
    """What it said; read when it is asked for."""
    if run.log.is_file():
        with st.expander("What it said", on_change="rerun", key=f"log-{run.folder.name}") as box:
            if box.open:
                st.code(last_words(run.log, LINES) or "Nothing yet.", language=None, wrap_lines=True)


def _share(run: Run) -> float:
    return min(1.0, run.done / run.planned) if run.planned else 0.0


def _slowest_first(run: Run) -> list[HowFar]:
    return sorted(run.directories, key=lambda one: one.remaining or 0.0, reverse=True)


def _remaining(run: Run) -> str:
    """The time that the rest takes, in words: at the rate of the last minute."""
    if run.remaining is None or run.done >= run.planned:
        return ""
    return f", about {duration(run.remaining)} to go"


def ago(moment: datetime | None) -> str:
    """How long ago that was."""
    return f"{duration((datetime.now(UTC) - moment).total_seconds())} ago" if moment else ""
