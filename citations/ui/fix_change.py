"""What people decide about fixes: one in its row, saved at once, or many together."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

import streamlit as st

from citations.findings import Fix
from citations.ui import data
from citations.ui.html import draw
from citations.words import FixOwner, FixState

CHOICES = (FixState.OPEN, FixState.SUBMITTED, FixState.SNOOZED, FixState.ACCEPTED)
_NAMES: Mapping[str, str] = {
    FixState.OPEN: "To do",
    FixState.SUBMITTED: "Submitted: done, not yet seen by an audit",
    FixState.SNOOZED: "Put off until a date",
    FixState.ACCEPTED: "This value is fine",
}
Save = Callable[[str], None]
_LEAVE = "Leave as it is"
_PUT_OFF = timedelta(days=30)


def in_place(fix: Fix, today: date) -> None:
    """The decisions about one fix; each is saved as soon as it is made."""
    if not fix.state.is_pending and fix.state is not FixState.ACCEPTED:
        return
    now = FixState.OPEN if fix.state is FixState.REGRESSED else fix.state
    state, owner, due = st.columns([2, 1, 1])
    with state:
        _select("State", fix, "state", CHOICES, now, _save_state)
        if now is FixState.SNOOZED:
            _date("Until", fix, "until", fix.kept.snoozed_until or today + _PUT_OFF, _save_until)
    with owner:
        _select("Owner", fix, "owner", tuple(FixOwner), fix.owner, _save_owner)
    with due:
        _date("Due", fix, "due", fix.due, _save_due)
    key = f"note-{fix.id}"
    st.session_state[key] = fix.kept.note
    st.text_input("Note", key=key, max_chars=2000, on_change=_save_note, args=(fix.id,))


def popover(title: str, key: str, found: Sequence[Fix]) -> None:
    """A button that opens one form for all of `found`."""
    with st.popover(title, key=f"many-{key}", disabled=not found, on_change="rerun", width="stretch") as box:
        if box.open:
            _form(key, found)


def decision(state: FixState, until: date | None = None) -> dict[str, object]:
    """What the store is told when a person says that a fix is in `state`."""
    now = datetime.now(UTC)
    return {
        "submitted_at": now if state is FixState.SUBMITTED else None,
        "snoozed_until": until if state is FixState.SNOOZED else None,
        "accepted_at": now if state is FixState.ACCEPTED else None,
    }


def _form(key: str, found: Sequence[Fix]) -> None:
    with st.form(f"form-{key}", border=False):
        number = f"{len(found):,} {'fix' if len(found) == 1 else 'fixes'}"
        draw("quiet", text=f"For {number}. What is verified stays verified.")
        state = st.selectbox("State", [_LEAVE, *CHOICES], format_func=lambda choice: _NAMES.get(choice, choice))
        until = st.date_input("Put off until", value=datetime.now(UTC).date() + _PUT_OFF, format="YYYY-MM-DD")
        owner = st.selectbox("Owner", [_LEAVE, *FixOwner], format_func=str.capitalize)
        due = st.date_input("Due", value=None, format="YYYY-MM-DD")
        note = st.text_input("Note", max_chars=2000, help="Blank leaves the notes as they are.")
        if st.form_submit_button("Save", type="primary"):
            _save_many(found, state, until, owner, due, note)


def _save_many(found: Sequence[Fix], state: str, until: date | None, owner: str, due: date | None, note: str) -> None:
    decided: dict[str, object] = {}
    if state != _LEAVE:
        decided |= decision(FixState(state), until)
    decided |= {"owner": FixOwner(owner).value} if owner != _LEAVE else {}
    decided |= {"due": due} if due else {}
    decided |= {"note": note} if note else {}
    if decided:
        data.decide([fix.id for fix in found], **decided)
        st.toast(f"{len(found):,} saved")
        st.rerun()


def _select(label: str, fix: Fix, name: str, options: Sequence[str], now: str, save: Save) -> None:
    key = f"{name}-{fix.id}"
    st.session_state[key] = now
    st.selectbox(label, options, key=key, format_func=_name, on_change=save, args=(fix.id,))


def _date(label: str, fix: Fix, name: str, now: date, save: Save) -> None:
    key = f"{name}-{fix.id}"
    st.session_state[key] = now
    st.date_input(label, key=key, on_change=save, args=(fix.id,), format="YYYY-MM-DD")


def _name(choice: str) -> str:
    return _NAMES.get(choice) or choice.capitalize()


def _save_state(fix: str) -> None:
    state = FixState(st.session_state[f"state-{fix}"])
    data.decide([fix], **decision(state, datetime.now(UTC).date() + _PUT_OFF))


def _save_until(fix: str) -> None:
    data.decide([fix], snoozed_until=st.session_state[f"until-{fix}"])


def _save_owner(fix: str) -> None:
    data.decide([fix], owner=FixOwner(st.session_state[f"owner-{fix}"]).value)


def _save_due(fix: str) -> None:
    data.decide([fix], due=st.session_state[f"due-{fix}"])


def _save_note(fix: str) -> None:
    data.decide([fix], note=st.session_state[f"note-{fix}"].strip())
