"""An explicit benefit as the solver takes it: a row for each supporter, or CSR where an absent pair is forbidden."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from concentric.core.pairing.listing import listing_of
from concentric.core.pairing.refusals import BadBenefit
from concentric.core.pairing.sparse.shapes import Ints, Rows, columns_of

LARGEST = 1 << 30
"""Of one benefit, either sign: then single benefits stay within 32 bits, and sums and prices far from 64."""


def rows_of(benefit: Any) -> tuple[Rows, int]:
    """The allowed pairs by recipient, supporters ascending; and the number of supporters.

    Takes a 2-D array, a sparse or masked one, or CSR as a tuple of `indptr`, `indices`, `data` and `shape`.
    """
    listing = listing_of(benefit)
    if listing is not None:
        return _of_listing(*listing)
    matrix = as_matrix(benefit)
    supporters, recipients = matrix.shape
    ptr = np.arange(recipients + 1, dtype=np.int64) * supporters
    col = np.tile(np.arange(supporters, dtype=np.int32), recipients)
    return Rows(ptr, col, np.ascontiguousarray(matrix.T).ravel()), supporters


def as_matrix(benefit: Any) -> NDArray[np.int32]:
    """A 2-D array of whole numbers."""
    matrix = whole_numbers(benefit)
    if matrix.ndim != 2:
        raise BadBenefit("pairing-not-a-matrix", dimensions=matrix.ndim)
    return matrix.astype(np.int32, copy=False)


def _of_listing(indptr: Any, indices: Any, data: Any, shape: Any) -> tuple[Rows, int]:
    try:
        supporters, recipients = (int(each) for each in shape)
    except (ValueError, TypeError):
        raise BadBenefit("pairing-bad-listing") from None
    ptr, index, values = as_array(indptr), as_array(indices), whole_numbers(data)
    if (ptr.size and ptr.dtype.kind not in "iu") or (index.size and index.dtype.kind not in "iu"):
        raise BadBenefit("pairing-bad-listing")
    ptr = ptr.astype(np.int64)
    good = ptr.shape == (supporters + 1,) and index.shape == values.shape == (values.size,)
    if not good or ptr[0] != 0 or ptr[-1] != values.size or np.any(np.diff(ptr) < 0):
        raise BadBenefit("pairing-bad-listing")
    if index.size and (int(index.min()) < 0 or int(index.max()) >= recipients):
        raise BadBenefit("pairing-index-outside", most=recipients - 1)
    given = Rows(ptr.astype(np.int64), index.astype(np.int32), values.astype(np.int32))
    turned = columns_of(given, recipients)
    rows = Rows(turned.ptr, turned.row, turned.val)
    twice = np.flatnonzero(np.diff(rows.col) == 0) + 1
    twice = twice[~np.isin(twice, rows.ptr)]  # the same supporter, and no new recipient begins between the two
    if twice.size:
        recipient = int(np.searchsorted(rows.ptr, twice[0], side="right")) - 1
        raise BadBenefit("pairing-listed-twice", supporter=str(rows.col[twice[0]]), recipient=str(recipient))
    return rows, supporters


def as_array(given: Any) -> NDArray[Any]:
    """As numpy takes it; what has no form, such as rows of different lengths, is refused."""
    try:
        return np.asarray(given)
    except (ValueError, TypeError, OverflowError):
        raise BadBenefit("pairing-not-numbers") from None


def whole_numbers(given: Any) -> NDArray[Any]:
    """Benefits as integers. A float that is whole passes; anything else is refused, never rounded."""
    values = as_array(given)
    if values.dtype.kind == "O" and values.size and all(isinstance(each, int) for each in values.flat):
        if max(map(abs, values.flat)) > LARGEST:  # some fit no type of numpy's
            raise BadBenefit("pairing-overflow", most=LARGEST)
        values = values.astype(np.int64)
    if values.dtype.kind not in "iufb" and values.size:
        raise BadBenefit("pairing-not-numbers")
    if values.dtype.kind == "f":
        if not np.isfinite(values).all():
            raise BadBenefit("pairing-not-finite", count=int((~np.isfinite(values)).sum()))
        if (values != np.floor(values)).any():
            raise BadBenefit("pairing-not-whole")
    if values.size and (values.max() > LARGEST or values.min() < -LARGEST):
        raise BadBenefit("pairing-overflow", most=LARGEST)
    return values if values.dtype.kind == "i" else values.astype(np.int64)


def amounts(given: Any, size: int, side: str) -> Ints:
    """Capacities or demands as integers of at least 0; 1 each where nothing is given.

    Any large one is good, since nobody gets more partners than there are.
    """
    if given is None:
        return np.ones(size, np.int64)
    values = as_array(given)
    if values.shape != (size,):
        raise BadBenefit("pairing-amounts-size", side=side, count=size)
    if values.size and (values.dtype.kind not in "iufb" or not np.array_equal(values, np.floor(values))):
        raise BadBenefit("pairing-amounts-not-whole", side=side)
    if values.size and values.min() < 0:
        raise BadBenefit("pairing-negative-amount", side=side, at=str(int(values.argmin())))
    takes: Ints = np.minimum(values, np.full(size, LARGEST)).astype(np.int64)
    return takes
