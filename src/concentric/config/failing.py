"""What is said when a command can't be carried out: a setting, the disk, the database, or a fault of the program."""

from __future__ import annotations

import traceback

from concentric.core.terms.findings import Refused

WRONG_USE, NOT_DONE, INTERRUPTED = 2, 3, 130


class NotDone(Refused):
    """Something outside the program stood in the way, or the program is at fault."""


def why_not(fault: Exception) -> tuple[Refused, int]:
    """The words for a fault and the exit code: 2 for a setting, 3 for what was not done."""
    # Here, and not above: settings may be what is wrong, and a command that succeeds needs none of it.
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, InterfaceError
    from environs.exceptions import EnvError

    if isinstance(fault, EnvError | ImproperlyConfigured):
        return NotDone("failing-setting", why=_short(fault)), WRONG_USE
    if isinstance(fault, DatabaseError | InterfaceError):
        return NotDone("failing-database", why=_short(fault)), NOT_DONE
    if isinstance(fault, UnicodeEncodeError) and any("\ud800" <= sign <= "\udfff" for sign in fault.object):
        return NotDone("failing-text"), WRONG_USE  # Python holds what it could not decode as lone surrogates
    if isinstance(fault, OSError):
        return NotDone("failing-file", path=str(fault.filename or ""), why=fault.strerror or _short(fault)), NOT_DONE
    traceback.print_exception(fault)  # for whoever is told of it
    return NotDone("failing-fault"), NOT_DONE


def _short(fault: Exception) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0]
