"""Writing a locations file and reading it."""

from pathlib import Path

from citations.locations import LocationsFile, read_locations


def read(folder: Path, content: str | bytes, name: str = "places.csv", country: str = "US") -> LocationsFile:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_locations(file, country=country)
