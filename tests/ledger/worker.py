"""A process that takes steps of one matter, for tests that run several writers or kill one.

    python worker.py ROOT COUNT THREADS TAG

Prints "index number" for each step after it was acknowledged. COUNT 0 goes on until it is killed.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
from decimal import Decimal
from uuid import UUID


def main(root: UUID, count: int, threads: int, tag: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concentric.config.settings")
    django.setup()
    from concentric.access.accounts import acting
    from concentric.keep.commitments import take_step
    from concentric.ledger.append import append

    actor = acting("office", "command")

    def work(own: str) -> None:
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

    running = [threading.Thread(target=work, args=(f"{tag}.{at}",)) for at in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


if __name__ == "__main__":
    main(UUID(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
