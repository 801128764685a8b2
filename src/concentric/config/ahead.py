"""What takes long once on a machine, done by a process beside while the example is being made.

It writes the views' statements down, which the first review would otherwise wait for, and compiles the pairing engine.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from concentric.config.commands._common import quietly, setup


@contextmanager
def beside() -> Iterator[None]:
    """Do it while the block runs; what isn't done by its end is left to whoever needs it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "concentric.config.ahead"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Statements first: the first review comes long before the first pairing."""
    quietly()
    setup(migrate=False)
    from concentric.core.pairing.ready import is_compiled, make_ready
    from concentric.prove.written import write_down

    write_down()
    if not is_compiled():
        make_ready()


if __name__ == "__main__":
    main()
