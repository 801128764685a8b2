"""One decorator for the compiled parts, and where their machine code is kept between runs.

Numba keeps what it compiled under the time stamp of one source file, and would not notice a change in a function that
is called from another file. So the folder is named by a digest of all sources that may be compiled in: for `sparse/` of
itself, for the files above it of both.
"""

import os
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])

HERE = Path(__file__).parent


def compiled(function: F) -> F:
    """`function` as machine code, which other threads can run beside; compiled at its first call, then kept."""
    part = HERE / "sparse" if ".sparse." in function.__module__ else HERE
    setattr(numba.config, "CACHE_DIR", str(folder_of(part)))  # noqa: B010 - numba declares none of its settings
    return cast(F, numba.njit(cache=True, nogil=True)(function))


def inlined(function: F) -> F:
    """Like `compiled`, but written out wherever it is called: for what is called with whole tables in inner loops."""
    return cast(F, numba.njit(inline="always")(function))


@cache
def folder_of(part: Path) -> Path:
    """A folder that can be written, whoever installed the package: the user's cache, else one for the time being."""
    sources = [path.read_bytes() for path in sorted(part.rglob("*.py"))]
    digest = sha256(b"\0".join(source for source in sources if b"@compiled" in source)).hexdigest()[:16]
    base = os.environ.get("NUMBA_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base) / "concentric" / f"pairing-{digest}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="concentric-pairing-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="concentric-pairing-"))
