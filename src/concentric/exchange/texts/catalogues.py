"""A catalogue of figures from a JSON file."""

from __future__ import annotations

import json
from pathlib import Path

from concentric.core.claims.catalogue import CatalogueUnreadable, Figure, read_catalogue
from concentric.exchange.texts import encodings
from concentric.exchange.texts.reading import LARGEST_FILE
from concentric.exchange.texts.refusing import refuse


def read_catalogue_file(path: Path) -> list[Figure]:
    """The figures of a file. TextRefused where it can't be read, CatalogueUnreadable where it isn't a catalogue."""
    try:
        if path.stat().st_size > 5 * LARGEST_FILE:
            refuse("text-too-large", path, most=5 * LARGEST_FILE // 2**20)
        text = encodings.decode(path.read_bytes())
    except FileNotFoundError:
        refuse("text-not-found", path)
    except (OSError, ValueError):
        refuse("text-not-readable", path)
    if text is None:
        refuse("text-encoding", path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as wrong:
        raise CatalogueUnreadable("claims-catalogue-no-json", name=path.name, line=str(wrong.lineno)) from None
    except RecursionError:
        raise CatalogueUnreadable("claims-catalogue-no-list") from None
    return read_catalogue(data)
