"""A process that takes steps of a matter, for tests that run several writers or kill one.

    python worker.py COUNT THREADS TAG ROOT
    python worker.py nursery

Prints "index number" for each step after it was acknowledged. A nursery is ready before its children are born: it reads
"THREADS TAG ROOT" from each line of its input, forks a child that prints its process id and then works until it is
killed, and prints "end" once it is gone.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
from decimal import Decimal
from uuid import UUID


def work(count: int, threads: int, tag: str, root: UUID) -> None:
    """Take `count` steps in each thread, endlessly if 0."""
    from concentric.access.accounts import acting
    from concentric.keep.commitments import take_step
    from concentric.ledger.append import append

    actor = acting("office", "command")

    def run(own: str) -> None:
        for at in itertools.count() if count == 0 else range(count):
            number = f"{own}-{at}"
            receipt = append(
                actor,
                lambda writer, number=number: take_step(  # type: ignore[misc]
                    writer, root, "delivered", on=None, amount=Decimal(1), number=number
                ),
                request_id=number,
            )
            os.write(1, f"{receipt.first} {number}\n".encode())  # unbuffered: what is printed was acknowledged

    running = [threading.Thread(target=run, args=(f"{tag}.{at}",)) for at in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


def nursery() -> None:
    """One child after another."""
    # Everything a child needs is loaded once, and no connection is opened before it is born.
    import concentric.access.accounts
    import concentric.keep.commitments
    import concentric.ledger.append  # noqa: F401

    os.write(1, b"ready\n")
    for line in sys.stdin:
        threads, tag, root = line.split()
        child = os.fork()
        if child == 0:
            os.write(1, f"{os.getpid()}\n".encode())
            work(0, int(threads), tag, UUID(root))
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concentric.config.settings")
    django.setup()
    if sys.argv[1] == "nursery":
        nursery()
    else:
        work(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], UUID(sys.argv[4]))
