"""The verbs of evidence: a file in the store, and a record that says what it backs."""

from __future__ import annotations

from uuid import UUID

from concentric.core.terms.findings import Finding, Refused
from concentric.keep import store
from concentric.keep.models import EVIDENCE_ACCESS, Evidence
from concentric.ledger.models import InForce
from concentric.ledger.writer import Writer
from concentric.register import checks


class NothingBacked(Refused):
    """The evidence is about a record that this office doesn't keep, or that is out of force."""


def about(evidence: Evidence, held: store.Held) -> Evidence:
    """The record with what the store knows of its file."""
    evidence.sha256, evidence.media_type, evidence.size = held.sha256, held.kind.media_type, held.size
    return evidence


def attach(writer: Writer, evidence: Evidence) -> UUID:
    """Enter a piece of evidence whose file is in the store already (`store.put`). Returns its root.

    One query. What it is about must be in the ledger before this append; steps count as well.
    """
    _check(evidence)
    kept = InForce.objects.filter(root=evidence.about, office=writer.actor.office)
    kind = kept.values_list("kind", flat=True).first()
    if kind is None or kind == Evidence.KIND:
        raise NothingBacked("evidence-nothing-backed", number=evidence.number)
    evidence.about_kind = kind
    return writer.add(evidence)


def correct(writer: Writer, root: UUID, evidence: Evidence, reason: str) -> UUID:
    """Enter a corrected version, as when the office may show it now. The file stays the same, or is another one."""
    _check(evidence)
    return writer.supersede(root, evidence, reason)


def check(office: UUID | None) -> list[Finding]:
    """Every piece of evidence whose file is gone or changed. Reads each file once."""
    findings = []
    held = Evidence.objects.in_force().of_office(office).order_by("idx")
    for number, digest in held.values_list("number", "sha256").iterator():
        try:
            store.take(digest)
        except Refused as refused:
            key = "evidence-file-gone" if isinstance(refused, store.EvidenceGone) else "evidence-file-changed"
            findings.append(Finding(key, {"number": number, "digest": digest}))
    return findings


def stands(evidence: Evidence) -> None:
    """What must be true of the record, whether its file is in the store yet or not."""
    checks.one_of(evidence, "access", EVIDENCE_ACCESS)
    checks.filled(evidence, "name")


def _check(evidence: Evidence) -> None:
    stands(evidence)
    store.take(evidence.sha256)
