"""Evidence that a workbook names: files that lie beside it, or that the store holds already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from concentric.core.media import LARGEST, FileTooLarge
from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Refused
from concentric.keep import store

_DRIVE = re.compile("[A-Za-z]:")
_is_digest = re.compile("[0-9a-f]{64}").fullmatch


class FileNotBeside(Refused):
    """The workbook came without a folder, the file isn't in it, or its name leads out of it."""


class Beside:
    """The folder of a workbook; None where it came alone, as through a page. `found` are files that rows named."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.found: dict[str, Path] = {}

    def held(self, text: str) -> store.Held:
        """What a file is, by its path or its digest. Reads it; keeps nothing. Refused where it can't be taken."""
        digest = clean(text).strip().lower()
        if _is_digest(digest):
            return store.known(store.take(digest))
        path = self._path(text)
        if path.stat().st_size > LARGEST:  # before it is read
            raise FileTooLarge("media-too-large", size=path.stat().st_size, largest=LARGEST)
        held = store.known(path.read_bytes())
        self.found[held.sha256] = path
        return held

    def _path(self, text: str) -> Path:
        if self.folder is None:
            raise FileNotBeside("evidence-no-folder", text=text)
        parts = text.strip().replace("\\", "/").split("/")
        if _DRIVE.match(parts[0]) or parts[0] == "" or ".." in parts:
            raise FileNotBeside("evidence-outside", text=text)
        path, inside = self.folder.joinpath(*parts), self.folder.resolve()
        # A link may lead anywhere, whatever its name says.
        if not path.is_file():
            raise FileNotBeside("evidence-not-beside", text=text)
        if not path.resolve().is_relative_to(inside):
            raise FileNotBeside("evidence-outside", text=text)
        return path


def keep_files(files: Mapping[str, Path], digests: Iterable[str]) -> None:
    """Put the files of these digests into the store. FileNotBeside where one was changed since it was planned."""
    for digest in digests:
        path = files.get(digest)
        if path is None:
            continue  # the store holds it already
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        if sha256(content).hexdigest() != digest:
            raise FileNotBeside("evidence-not-beside", text=path.name)
        store.put(content)
