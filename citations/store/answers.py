"""How directories answered an audit: who refused, who fell silent, whose pages lacked what should be there."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Engine, Executable

from citations.models import Check
from citations.store import checks as check_rows
from citations.store.left_alone import LeftAlone, left_alone
from citations.store.records import check_from_json
from citations.store.tables import checks
from citations.words import Reason, Status

HARD_BLOCKS = [reason.value for reason in (Reason.BLOCKED, Reason.CAPTCHA, Reason.RATE_LIMITED)]


class Answers:
    """The questions of those who decide whether to go on asking a directory; made by `Store.answers`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self, audit: int) -> Mapping[tuple[str, Status], int]:
        """How many checks were made, by directory id and status. Reads a row for each."""
        return {(directory, Status(status)): number for directory, status, number in self._rows(check_rows.made(audit))}

    def hard_blocks(self, audit: int, directory: str = "", most: int | None = None) -> list[Check]:
        """The checks that a site refused, so that a continued run leaves those sites alone.

        With `directory` only those made there; `most` of them, which is quicker when one is enough.
        """
        query = check_rows.records(audit).where(checks.c.reason.in_(HARD_BLOCKS)).limit(most)
        if directory:
            query = query.where(checks.c.directory_id == directory)
        return [check_from_json(record) for (record,) in self._rows(query)]

    def unheard(self, audit: int) -> set[tuple[str, str]]:
        """The checks at which nothing came, as (location id, directory id)."""
        return {(location, directory) for location, directory in self._rows(check_rows.unheard(audit))}

    def answering(self, audit: int) -> set[str]:
        """The directories that answered some check."""
        return {directory for (directory,) in self._rows(check_rows.answering(audit))}

    def left_alone(self, audit: int, client: str | None = None) -> list[LeftAlone]:
        """The directories that the audit stopped asking in the middle; with `client` as far as it is concerned."""
        with self._engine.connect() as connection:
            return left_alone(connection, audit, client)

    def last_looks(self, audit: int, directory: str, most: int, enough: int) -> list[bool]:
        """The last `most` looks at pages of a directory, the newest first: True where they lacked what should be there.

        Empty when fewer than `enough` lacked it in the whole audit, which is quick to know.
        """
        seen = check_rows.looks(audit, directory)
        lacking = seen.where(checks.c.reason == Reason.LAYOUT_CHANGED.value).limit(enough)
        if len(self._rows(lacking)) < enough:
            return []
        newest = self._rows(seen.order_by(checks.c.checked_at.desc()).limit(most))
        return [reason == Reason.LAYOUT_CHANGED for (reason,) in newest]

    def _rows(self, query: Executable) -> Sequence[Any]:
        with self._engine.connect() as connection:
            return connection.execute(query).all()
