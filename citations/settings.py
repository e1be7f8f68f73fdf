"""Every setting in one place: from the environment (`CITATIONS_…`) or a `.env` file."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from citations.words import ChangeKind


class Settings(BaseSettings):
    """What a user may set; the defaults need nothing to be set."""

    model_config = SettingsConfigDict(env_prefix="CITATIONS_", env_file=".env", extra="ignore")

    home: Path = Field(default=Path(".citations"), description="where the database and the evidence are kept")
    database_url: str = Field(default="", description="SQLAlchemy URL; default: SQLite in the home folder")
    directories: Annotated[tuple[Path, ...], NoDecode] = Field(
        default=(), description="further folders of directory files, separated like PATH"
    )
    choice: str = Field(
        default="", description="directories that an audit asks when none are named: ids, +id,-id or all"
    )
    chambers: Path | None = Field(
        default=None, description="CSV of local chambers of commerce: Town, Region, Chamber (its address)"
    )
    allow_private: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(), description="host:port,… on private networks that may be visited"
    )
    contact: str = Field(default="", description="e-mail or web address that the user agent names")
    pace: float = Field(default=2.0, ge=0, description="least seconds between two requests to one host")
    requests_per_day: int = Field(
        default=0, ge=0, description="most requests to one host in a day (UTC), on all machines together; 0: any number"
    )
    max_age: float = Field(
        default=7.0, gt=0, description="days after which a check is done again, or (where set) a page asked for again"
    )
    evidence: str | Path | None = Field(
        default=None, description="evidence folder, or a bucket: s3://bucket/folder; default: inside the home folder"
    )
    browser: str = Field(default="", description="path of a Chromium to use, or a browser service: ws://…")
    browser_pages: int = Field(default=8, ge=1, description="browser pages that load at the same time")
    browser_memory: int = Field(
        default=2000, ge=0, description="megabytes that the browser may take before it is started anew; 0: any"
    )
    breaker_looks: int = Field(
        default=8, ge=0, description="last looks at a directory that say whether it has changed; 0: never left alone"
    )
    breaker_share: float = Field(
        default=0.75, gt=0, le=1, description="share of them without what should be there, from which it is left alone"
    )
    patience: float = Field(
        default=120.0, ge=0, description="seconds that sites which fell silent in the middle of an audit are waited for"
    )
    timeout: float = Field(default=20.0, gt=0, description="seconds for one page")
    max_bytes: int = Field(default=8_000_000, gt=0, description="largest page that is read")
    max_redirects: int = Field(default=8, ge=0, description="redirects followed for one page")

    find_duplicates: bool = Field(
        default=False, description="search for second listings where a listing's address is known, too"
    )

    web_search: Literal["", "brave", "serpapi", "google_search"] = Field(
        default="", description="search engine to ask where a directory's own search is no way: off without one"
    )
    web_search_engine: str = Field(default="", description="the identifier (cx) of an engine of Google's own")

    api_quota: Annotated[Mapping[str, int], NoDecode] = Field(
        default_factory=dict, description="most requests a day to an official API: directory=number,…"
    )

    api_address: Annotated[Mapping[str, str], NoDecode] = Field(
        default_factory=dict, description="where an official API is to be found: directory=address,…"
    )

    notify_webhook: SecretStr = Field(default=SecretStr(""), description="address that gets what changed, as JSON")
    notify_slack: SecretStr = Field(default=SecretStr(""), description="webhook of Slack, or of a chat like it")
    notify_mail: Annotated[tuple[str, ...], NoDecode] = Field(default=(), description="addresses to write to")
    notify_from: str = Field(default="", description="address that the e-mail comes from; default: the first receiver")
    notify_on: Annotated[frozenset[ChangeKind], NoDecode] = Field(
        default=frozenset(kind for kind in ChangeKind if kind.is_worse or kind.is_better),
        description="kinds of change that are told",
    )
    smtp: SecretStr = Field(default=SecretStr(""), description="mail server: smtp://user:password@host:587")

    keep_audits: int = Field(default=0, ge=0, description="audits kept of each locations file by vacuum; 0: all")
    keep_evidence: int = Field(default=0, ge=0, description="days for which vacuum keeps evidence; 0: for good")

    @field_validator("notify_mail", "notify_on", mode="before")
    @classmethod
    def _parts(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("notify_webhook", "notify_slack", "smtp")
    @classmethod
    def _address(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        """An address that can be sent to; the complaint does not repeat it, since it may hold a secret."""
        schemes = ("smtp", "smtps") if info.field_name == "smtp" else ("http", "https")
        parts = urlsplit(value.get_secret_value())
        if value and not (parts.scheme in schemes and parts.hostname):
            raise ValueError(f"it must begin with {' or '.join(f'{scheme}://' for scheme in schemes)} and a host")
        return value

    @field_validator("api_quota", "api_address", mode="before")
    @classmethod
    def _by_directory(cls, value: object) -> object:
        if isinstance(value, str):
            pairs = (part.partition("=") for part in value.split(",") if part.strip())
            return {directory.strip(): given.strip() for directory, _, given in pairs}
        return value

    @field_validator("api_address")
    @classmethod
    def _private(cls, value: Mapping[str, str]) -> Mapping[str, str]:
        """A key must not travel where others can read it."""
        for directory, address in value.items():
            parts = urlsplit(address)
            if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "::1", "localhost"):
                raise ValueError(f"api_address of {directory}: {address!r} must begin with https://")
        return value

    @field_validator("directories", mode="before")
    @classmethod
    def _folders(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(Path(part) for part in value.split(os.pathsep) if part)
        return value

    @field_validator("allow_private", mode="before")
    @classmethod
    def _hosts(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(part.strip().lower() for part in value.split(",") if part.strip())
        return value

    def api_key(self, name: str) -> str:
        """The user's key in the variable `name`, from the environment or `.env`; blank when there is none.

        Keys are read when they are used and are no settings, so that nothing prints them.
        """
        file = self.model_config.get("env_file")
        known = dotenv_values(file) if isinstance(file, str) else {}
        return (os.environ.get(name) or known.get(name) or "").strip()

    @property
    def database(self) -> str:
        """The database URL in force."""
        return self.database_url or f"sqlite:///{(self.home / 'citations.db').absolute()}"

    @property
    def evidence_folder(self) -> Path | str:
        """The evidence folder in force; the address of a bucket as it was given."""
        given = self.evidence or self.home / "evidence"
        return given if "://" in str(given) else Path(given)
