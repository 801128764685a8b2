"""One file that holds all that a sceptic needs beside the lists: rules' digest, pairs by ids, prices by ids.

JSON in one canonical form (sorted by ids, no spaces), so that equal results are equal files, byte for byte.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from concentric.core.pairing.certificate import Certificate
from concentric.core.pairing.refusals import NotACertificate
from concentric.core.pairing.rules import Rules
from concentric.core.pairing.sides import Recipients, Supporters

FORMAT = "concentric-pairing-1"


def write_certificate(certificate: Certificate, supporters: Supporters, recipients: Recipients, rules: Rules) -> bytes:
    """The certificate as a file. A price of 0 is left out: most have none."""
    pairs = sorted((recipients.ids[j], supporters.ids[i]) for i, j in certificate.pairs)
    price = {supporters.ids[int(i)]: int(certificate.price[i]) for i in np.flatnonzero(certificate.price)}
    quotas = dict(zip([quota.name for quota in rules.quotas], map(int, certificate.quota_price), strict=False))
    content = {
        "format": FORMAT,
        "rules": rules.digest(),
        "sizes": [len(supporters), len(recipients)],
        "miss": int(certificate.miss),
        "pairs": [[supporter, recipient] for recipient, supporter in pairs],
        "price": price,
        "quotas": quotas,
    }
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def read_certificate(file: bytes, supporters: Supporters, recipients: Recipients, rules: Rules) -> Certificate:
    """The certificate in a file, for these lists and rules. Raises `NotACertificate` where it belongs to others."""
    content = _content(file)
    if content["rules"] != rules.digest():
        raise NotACertificate("pairing-other-rules")
    if content["sizes"] != [len(supporters), len(recipients)]:
        raise NotACertificate("pairing-other-lists")
    numbers = [content["miss"], *content["price"].values(), *content["quotas"].values()]
    if not all(type(each) is int for each in numbers):  # one with a fraction would be cut off, and pass for another
        raise NotACertificate("pairing-not-a-certificate")
    places = [{id_: n for n, id_ in enumerate(side.ids)} for side in (supporters, recipients)]
    try:
        pairs = np.array([[places[0][one], places[1][other]] for one, other in content["pairs"]], np.int64).reshape(
            -1, 2
        )
        price = np.zeros(len(supporters), np.int64)
        for one, worth in content["price"].items():
            price[places[0][one]] = worth
        quotas = np.array([content["quotas"][quota.name] for quota in rules.quotas], np.int64)
    except KeyError:
        raise NotACertificate("pairing-other-lists") from None
    except (TypeError, ValueError, OverflowError, AttributeError):
        raise NotACertificate("pairing-not-a-certificate") from None
    order = np.lexsort((pairs[:, 0], pairs[:, 1]))
    return Certificate(pairs[order], price, int(content["miss"]), quotas)


def _content(file: bytes) -> dict[str, Any]:
    try:
        content = json.loads(file)
    except ValueError:
        raise NotACertificate("pairing-not-a-certificate") from None
    wanted = {"format": str, "rules": str, "sizes": list, "miss": int, "pairs": list, "price": dict, "quotas": dict}
    good = isinstance(content, dict) and all(isinstance(content.get(name), kind) for name, kind in wanted.items())
    if not good or content["format"] != FORMAT:
        raise NotACertificate("pairing-not-a-certificate")
    return dict(content)
