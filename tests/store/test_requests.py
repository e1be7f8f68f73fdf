"""Requests of a day are counted by all who share the database, and never beyond what may be made."""

import threading
from datetime import date

from citations.store import Store

DAY, BEFORE = date(2027, 1, 4), date(2026, 12, 1)


def test_those_who_take_at_once_never_take_too_many(store: Store) -> None:
    taken: list[int] = []

    def take() -> None:
        taken.extend(wanted for wanted in (3, 1, 3, 1) if store.requests.take(DAY, "directory.example", wanted, 20))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) <= 20
    assert store.requests.made(DAY) == {"directory.example": sum(taken)}
    assert not store.requests.take(DAY, "directory.example", 20, 20)
    assert store.requests.take(DAY, "other.example", 20, 20)
    assert not store.requests.take(DAY, "a third.example", 2, 1)


def test_what_was_not_made_is_given_back_and_old_days_are_forgotten(store: Store) -> None:
    for day in (BEFORE, DAY):
        assert store.requests.take(day, "directory.example", 25, 0)
    store.requests.give_back(DAY, {"directory.example": 5, "never-taken.example": 3})
    assert store.requests.made(DAY) == {"directory.example": 20}
    assert store.requests.made(BEFORE) == {}
