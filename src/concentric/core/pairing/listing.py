"""What may be given as a table of benefits, told apart: a full table, or a list of the pairs that are allowed.

The solver and the verifier both read their input through here, and nothing else in common.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Listing(NamedTuple):
    """CSR as it was given: the pairs of supporter i are at indptr[i]..indptr[i+1]-1; none but these are allowed."""

    indptr: Any
    indices: Any
    data: Any
    shape: Any


def listing_of(benefit: Any) -> Listing | None:
    """The list of allowed pairs in a CSR tuple, a sparse matrix of scipy or a masked array; None for a full table.

    A pair is allowed where it is stored, be it with 0, and not masked. One that is stored twice stays so, for the
    caller to refuse: adding the two up, as conversions do, would be a guess.
    """
    if isinstance(benefit, tuple) and len(benefit) == 4:
        return Listing(*benefit)
    if isinstance(benefit, np.ma.MaskedArray) and benefit.ndim == 2:
        allowed = ~np.ma.getmaskarray(benefit)
        row, column = np.nonzero(allowed)
        return None if allowed.all() else _by_row(row, column, benefit.data[allowed], benefit.shape)
    kind = getattr(benefit, "format", None)
    if not isinstance(kind, str) or len(benefit.shape) != 2:
        return Listing(*_parts(benefit)) if kind is None and hasattr(benefit, "indptr") else None
    if kind == "csr":
        return Listing(*_parts(benefit))
    if kind == "csc":
        column = np.repeat(np.arange(benefit.shape[1]), np.diff(benefit.indptr))
        return _by_row(benefit.indices, column, benefit.data, benefit.shape)
    if kind == "coo":
        return _by_row(benefit.row, benefit.col, benefit.data, benefit.shape)
    return Listing(*_parts(benefit.tocsr()))


def _parts(given: Any) -> tuple[Any, Any, Any, Any]:
    return given.indptr, given.indices, given.data, given.shape


def _by_row(row: Any, column: Any, data: NDArray[Any], shape: tuple[int, ...]) -> Listing:
    order = np.argsort(row, kind="stable")
    indptr = np.zeros(shape[0] + 1, np.int64)
    np.cumsum(np.bincount(row, minlength=shape[0]), out=indptr[1:])
    return Listing(indptr, np.asarray(column)[order], data[order], shape)
