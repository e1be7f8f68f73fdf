"""`citations directories new` and `pages`: a new directory's file with its invented pages, and pages held to it."""

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from jinja2 import Template

from citations.catalog import load_catalog, load_file, shipped_folder
from citations.cli.directories import directories
from citations.cli.main import out, say, settings
from citations.cli.out_folder import usable
from citations.samples import Manner, faults, write_samples
from citations.words import Markup, Wall

_HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)+"
_TEMPLATE = Path(__file__).parent.parent / "samples" / "templates" / "directory.txt"


@directories.command()
def new(
    name: Annotated[str, typer.Argument(help="the name that people know the site by")],
    url: Annotated[str, typer.Argument(help="its address or host name")],
    folder: Annotated[Path, typer.Option("--in", callback=usable, help="folder for the file")] = Path("my-directories"),
    markup: Annotated[Markup, typer.Option(help="how its listings carry a business")] = Markup.VISIBLE,
    wall: Annotated[Wall, typer.Option(help="what it shows instead of a page")] = Wall.CHALLENGE,
) -> None:
    """Write the file of a new directory to begin from, and four invented pages in its markup."""
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in name).split()
    stem, cls = "_".join(words).lower(), "".join(word[:1].upper() + word[1:] for word in words)
    if not stem.isidentifier():
        raise typer.BadParameter(f"{name!r} makes no file name; begin it with a letter")
    host = (urlsplit(url if "://" in url else f"https://{url}").hostname or "").lower()
    if not re.fullmatch(_HOST, host):
        raise typer.BadParameter(f"{url!r} names no host; write it like https://www.directory.example")
    file = folder / f"{stem}.py"
    if file.exists():
        raise typer.BadParameter(f"{file} is there already")
    folder.mkdir(parents=True, exist_ok=True)
    template = Template(_TEMPLATE.read_text(encoding="utf-8"), keep_trailing_newline=True)
    facts = {"name": " ".join(words), "cls": cls, "id": stem, "host": host, "pattern": host.replace(".", r"\.")}
    file.write_text(template.render(facts), encoding="utf-8")
    pages = write_samples(load_file(file), _beside(file, stem), Manner(markup, wall))
    out.print(f"{file} is written, and four invented pages in {pages}.", markup=False, soft_wrap=True)
    if not _is_shipped(file):
        out.print(f"Use it with CITATIONS_DIRECTORIES={folder}", markup=False, soft_wrap=True)


@directories.command()
def pages(
    name: Annotated[str, typer.Argument(help="id of the directory")],
    folder: Annotated[Path | None, typer.Option(help="where its pages are; default: pages/ID beside its file")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="write them anew from what its file says now")] = False,
    markup: Annotated[Markup, typer.Option(help="how its listings carry a business")] = Markup.VISIBLE,
    wall: Annotated[Wall, typer.Option(help="what it shows instead of a page")] = Wall.CHALLENGE,
) -> None:
    """Read a directory's invented pages by its file, without a connection: it says what is read otherwise."""
    catalog = load_catalog(settings().directories)
    (directory,) = catalog.pick([name])
    where = folder or _beside(catalog.files[name], name)
    if draft:
        try:
            write_samples(directory, where, Manner(markup, wall))
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    found = list(faults(directory, where))
    for fault in found:
        say.print(fault, markup=False, soft_wrap=True)
    if found:
        raise typer.Exit(1)
    out.print(f"{name}: its four pages in {where} are read as they should be.", markup=False, soft_wrap=True)


def _beside(file: Path, name: str) -> Path:
    """The folder of a directory's pages; those of the shipped ones lie with the tests of a checkout."""
    if _is_shipped(file):
        return file.parent.parent / "tests" / "pages" / name
    return file.parent / "pages" / name


def _is_shipped(file: Path) -> bool:
    return file.resolve().parent == shipped_folder().resolve()
