"""Records go in through `append` and come back as they were."""

from __future__ import annotations

from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.verify import verify
from concentric.register.models import Organisation, Place


def test_a_record_comes_back_as_it_went_in(office: Actor) -> None:
    roots = {}

    def enter(writer):
        roots["county"] = writer.add(Place(code="450222", name="柳城县", level="county"))
        roots["village"] = writer.add(
            Organisation(number="V001", name="石桥村", kind="village", place_id=roots["county"]),
            sealed={"contact_name": "某某", "contact_phone": "0772-0000000"},
        )

    receipt = append(office, enter, request_id="one", request=b"a")
    assert (receipt.first, receipt.size) == (2, 4)
    village = Organisation.objects.in_force().get(number="V001")
    assert (village.root, village.place_id, village.idx) == (roots["village"], roots["county"], 3)
    assert village.recorded_by == "office" and village.attested_by == office.organisation
    report = verify()
    assert [finding.key for finding in report.findings] == []
    assert (report.size, report.root) == (4, receipt.root)
