"""An archive that is sent while it is written: a province's letters need neither memory nor waiting."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

DAY = (2000, 1, 1, 0, 0, 0)
"""The day of every file in an archive, so that the same content is the same bytes."""


def put(archive: zipfile.ZipFile, name: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    """A file in an archive, without the time at which it was written."""
    archive.writestr(zipfile.ZipInfo(name, DAY), content, how)


def zipping(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The archive of these files, piece by piece; they are taken as they are, not compressed again."""
    window = Window()
    with zipfile.ZipFile(window, "w") as archive:
        for name, content in files:
            put(archive, name, content, zipfile.ZIP_STORED)
            yield window.drain()
    yield window.drain()


class Window(BytesIO):
    """A file of which only the end is still here: an entry is written, its head corrected, and then it is gone."""

    def __init__(self) -> None:
        super().__init__()
        self.gone = 0

    def tell(self) -> int:
        return self.gone + super().tell()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self.gone + super().seek(offset - self.gone if whence == 0 else offset, whence)

    def drain(self) -> bytes:
        """All that is written so far, which then is no longer here."""
        content = self.getvalue()
        self.gone += len(content)
        super().seek(0)
        self.truncate(0)
        return content
