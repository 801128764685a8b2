"""A disk in memory that forgets on a power cut what was not synced, for SQLite through apsw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from random import Random

import apsw

SECTOR = 512
_names = count()


class PowerCut(Exception):
    """The moment came."""


class File:
    """What is seen, what is safe, and the writes in between."""

    def __init__(self, safe: bytes = b"") -> None:
        self.seen = bytearray(safe)
        self.safe = bytes(safe)
        self.pending: list[tuple[int, bytes] | int] = []

    def write(self, offset: int, data: bytes) -> None:
        _put(self.seen, offset, data)
        self.pending.append((offset, data))

    def truncate(self, size: int) -> None:
        del self.seen[size:]
        self.pending.append(size)

    def sync(self) -> None:
        self.safe, self.pending = bytes(self.seen), []

    def after_cut(self, rng: Random) -> bytes:
        """Each unsynced write arrived, or did not, or in part: in any combination."""
        left = bytearray(self.safe)
        for change in self.pending:
            fate = rng.random()
            if fate < 0.45:
                continue
            if isinstance(change, int):
                del left[change:]
                continue
            offset, data = change
            sectors = len(data) // SECTOR
            if fate < 0.65 and sectors > 1:
                data = data[: rng.randrange(1, sectors) * SECTOR]
            _put(left, offset, data)
        return bytes(left)


def _put(into: bytearray, offset: int, data: bytes) -> None:
    if len(into) < offset:
        into.extend(bytes(offset - len(into)))
    into[offset : offset + len(data)] = data


class Disk:
    """Files by name. `before` is called before each write ("write"), truncation ("truncate") and sync ("sync")."""

    def __init__(self, files: dict[str, bytes] | None = None, before: Callable[[str], None] = lambda _: None) -> None:
        self.files = {name: File(data) for name, data in (files or {}).items()}
        self.before = before
        self.operations = 0

    def touch(self, what: str) -> None:
        self.operations += 1
        self.before(what)

    def after_cut(self, rng: Random) -> dict[str, bytes]:
        return {name: file.after_cut(rng) for name, file in self.files.items()}

    @contextmanager
    def open(self, *pragmas: str) -> Iterator[apsw.Connection]:
        """A connection to `ledger` on this disk, as after the machine was started again."""
        vfs = _VFS(self)
        connection = apsw.Connection("ledger", vfs=vfs.name)
        try:
            for pragma in pragmas:
                connection.execute(pragma)
            yield connection
        finally:
            self.before = lambda _: None
            try:
                connection.close()
            finally:
                vfs.unregister()


class _VFS(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self.name, self.disk = f"forgetful-{next(_names)}", disk
        super().__init__(self.name, base="")

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> _Handle:  # type: ignore[override]
        known = name.filename() if isinstance(name, apsw.URIFilename) else name or f"scratch-{next(_names)}"
        file = self.disk.files.setdefault(known.rsplit("/", 1)[-1], File())
        return _Handle(self.disk, file)

    def xDelete(self, name: str, syncdir: bool) -> None:
        self.disk.files.pop(name.rsplit("/", 1)[-1], None)

    def xAccess(self, name: str, flags: int) -> bool:
        return name.rsplit("/", 1)[-1] in self.disk.files

    def xFullPathname(self, name: str) -> str:
        return name


class _Handle:
    """An open file. Locks are granted: only one connection is open at a time."""

    def __init__(self, disk: Disk, file: File) -> None:
        self.disk, self.file = disk, file

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.file.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.touch("write")
        self.file.write(offset, bytes(data))

    def xTruncate(self, size: int) -> None:
        self.disk.touch("truncate")
        self.file.truncate(size)

    def xSync(self, flags: int) -> None:
        self.disk.touch("sync")
        self.file.sync()

    def xFileSize(self) -> int:
        return len(self.file.seen)

    def xLock(self, level: int) -> None: ...

    def xUnlock(self, level: int) -> None: ...

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0

    def xClose(self) -> None: ...
