"""A certificate is one file: equal results are equal bytes, and it is refused for other rules or lists."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
from tests.core.pairing.cast import RULES, sides

from concentric.core.pairing import NotACertificate, check_pairing, pair, read_certificate, write_certificate

ONE, OTHER = sides(4, 30, 33)


def test_a_certificate_is_read_as_it_was_written_and_proves_the_pairing() -> None:
    found = pair(ONE, OTHER, RULES)
    file = write_certificate(found.certificate, ONE, OTHER, RULES)
    read = read_certificate(file, ONE, OTHER, RULES)
    assert np.array_equal(read.pairs, found.pairs) and np.array_equal(read.price, found.price)
    assert check_pairing(read, ONE, OTHER, RULES).says == "optimal"
    order = np.random.default_rng(1).permutation(len(ONE))
    names = ("place", "categories", "latitude", "longitude", "size", "takes")
    turned = dataclasses.replace(
        ONE, ids=[ONE.ids[n] for n in order], **{name: getattr(ONE, name)[order] for name in names}
    )
    again = pair(turned, OTHER, RULES)
    assert write_certificate(again.certificate, turned, OTHER, RULES) == file, "the order of rows leaves no trace"


def test_other_rules_other_lists_and_other_files_are_refused() -> None:
    file = write_certificate(pair(ONE, OTHER, RULES).certificate, ONE, OTHER, RULES)
    content = json.loads(file)
    fewer, _ = sides(4, 29, 33)
    cases = {
        "pairing-other-rules": [(file, ONE, dataclasses.replace(RULES, near=599))],
        "pairing-other-lists": [
            (file, fewer, RULES),
            (json.dumps(content | {"pairs": [["S", "V000"]]}).encode(), ONE, RULES),
        ],
        "pairing-not-a-certificate": [
            (b"", ONE, RULES),
            (b"[]", ONE, RULES),
            (json.dumps(content | {"format": "other"}).encode(), ONE, RULES),
            (json.dumps(content | {"price": {"S000": "much"}}).encode(), ONE, RULES),
            (json.dumps(content | {"pairs": [1]}).encode(), ONE, RULES),
        ],
    }
    for key, given in cases.items():
        for data, one, rules in given:
            with pytest.raises(NotACertificate) as refused:
                read_certificate(data, one, OTHER, rules)
            assert refused.value.key == key and refused.value.remedy("zh-Hans")
