"""The verb `import`: plan (for a preview), or plan and enter. One import is one commit, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import connection

from concentric.access.models import Account
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.words import DEFAULT_LANG, Word
from concentric.exchange.asking.answered import answered, leave_out_untouched
from concentric.exchange.importing import tray
from concentric.exchange.mapping.applied import applied
from concentric.exchange.mapping.mapping import SheetMapping
from concentric.exchange.mapping.remembered import mapping_for, remembered
from concentric.exchange.mapping.sender import sender_of
from concentric.exchange.models import WorkbookImport
from concentric.exchange.planning.headings import folded, layout_of, passed_over, sheet_names, sheet_of
from concentric.exchange.planning.parse import Parsed, parse
from concentric.exchange.planning.plan import Entering, Plan
from concentric.exchange.planning.planner import Planner
from concentric.exchange.rows.beside import keep_files
from concentric.exchange.rows.held import chunks
from concentric.exchange.workbook.guards import Deadline
from concentric.exchange.workbook.raw import RawFile, RawSheet
from concentric.exchange.workbook.reading import read_file
from concentric.keep.models import Evidence
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.append import Receipt, append
from concentric.ledger.garbage import no_collection
from concentric.ledger.lock import writing
from concentric.ledger.matters import Live
from concentric.ledger.models import Record
from concentric.ledger.positions import charter, size
from concentric.ledger.writer import Writer
from concentric.register.models import Organisation

TRIES = 5


class NoSheetRecognised(Refused):
    """None of the file's sheets is one that can be imported."""


class TooBusy(Refused):
    """Others kept writing while the import was being worked out."""


class _Moved(Exception):
    """The ledger grew between planning and entering: what was planned may not hold any more."""


@dataclass
class Imported:
    """What came of an import: the plan with its findings and, where something was entered, number and receipt.

    `answers` are the requests whose workbooks came back.
    """

    plan: Plan
    files: list[RawFile]
    findings: list[Finding] = field(default_factory=list)
    number: str = ""
    receipt: Receipt | None = None
    refused: bool = False
    answers: list[str] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """How many findings keep something out."""
        return sum(finding.severity == "error" for finding in self.findings)


def read_files(paths: Sequence[Path], deadline: Deadline | None = None) -> list[RawFile]:
    """Read every file. FileRefused for the first that can't be taken."""
    deadline = deadline or Deadline()
    return [read_file(path, deadline) for path in paths]


def role_of_account(actor: Actor) -> str:
    """The role of an account; the office's own organisation, and a ledger without accounts, count as office."""
    role = Account.objects.filter(key=actor.key).values_list("role", flat=True).first()
    if role is not None:
        return str(role)
    return "office" if actor.organisation == actor.office else "recipient"


def plan_import(
    files: Sequence[RawFile],
    actor: Actor,
    *,
    reason: str = "",
    sheet: str = "",
    lang: str = DEFAULT_LANG,
    deadline: Deadline | None = None,
    mappings: Mapping[str, SheetMapping] | None = None,
    beside: bool = False,
    sender: Organisation | None = None,
) -> Imported:
    """Work out what an import would do. Writes nothing.

    `sheet` names the sheet of a file whose own name doesn't; `lang` is the language in which columns are named;
    `mappings` say of sheets, by their names, how they are read. Where they say nothing, what was remembered does.
    `beside`: the files lie where their sender put them, and evidence that they name may lie beside them.
    `sender`: whose mappings are taken; where none is given, whoever a file names.
    NoSheetRecognised when there is nothing to import from.
    """
    deadline = deadline or Deadline()
    findings = [finding for file in files for finding in file.findings]
    known = remembered(actor)
    parsed: list[Parsed] = []
    answers: list[str] = []
    held = charter()
    for file in files:
        came_back = answered(file, held.origin)
        sent_by = (sender or sender_of(file, actor)) if known else None
        who = None if sent_by is None else sent_by.root
        if came_back is not None:
            answers.append(came_back.request)
        for raw in file.sheets:
            mapping = None if sheet else (mappings or {}).get(raw.name) or mapping_for(raw, known, who)
            one: Parsed | None
            if mapping is not None and not raw.hidden:
                one, says = _mapped(raw, mapping, lang, deadline)
            else:
                one, says = _parsed(raw, sheet, lang, deadline, alone=len(file.sheets) == 1)
            findings += says
            if one is not None:
                if came_back is not None:
                    one.partial = True
                    leave_out_untouched(one, came_back)
                parsed.append(one)
    if not parsed:
        raise NoSheetRecognised("import-no-sheet", name=", ".join(file.path.name for file in files))
    today = clock.now().astimezone(ZoneInfo(held.time_zone)).date()
    position = size()
    plan = Planner(actor, role_of_account(actor), today, reason.strip(), position, lang, beside=beside).run(parsed)
    plan.findings[:0] = findings
    return Imported(plan, list(files), plan.findings, answers=list(dict.fromkeys(answers)))


def _parsed(
    raw: RawSheet, given: str, lang: str, deadline: Deadline, *, alone: bool
) -> tuple[Parsed | None, list[Finding]]:
    if folded(raw.name) in passed_over():
        return None, []
    if not any(raw.rows):
        return None, []
    if raw.hidden:
        return None, [Finding("sheet-hidden", {"name": raw.name}, "notice", file=raw.file.name, sheet=raw.name)]
    if given and folded(given) not in sheet_names():
        raise NoSheetRecognised("import-no-such-sheet", name=given)
    sheet = sheet_of(raw, given if alone else "")
    if sheet is None:
        return None, [Finding("sheet-unknown", {"name": raw.name}, "warning", file=raw.file.name, sheet=raw.name)]
    layout = layout_of(raw, sheet, lang)
    return parse(raw, layout, lang, deadline), []


def _mapped(raw: RawSheet, mapping: SheetMapping, lang: str, deadline: Deadline) -> tuple[Parsed, list[Finding]]:
    """A sheet that is read as somebody decided for such sheets."""
    words: dict[str, Word] = {"name": raw.name, "sheet": mapping.sheet.name(lang)}
    told = Finding("mapping-used", words, "notice", file=raw.file.name, sheet=raw.name)
    return parse(*applied(raw, mapping, lang), lang, deadline), [told]


def enter_files(
    paths: Sequence[Path],
    actor: Actor,
    *,
    reason: str = "",
    all_or_nothing: bool = False,
    sheet: str = "",
    lang: str = DEFAULT_LANG,
    mappings: Mapping[str, SheetMapping] | None = None,
    aside: Sequence[str] = (),
    beside: bool = False,
    sender: Organisation | None = None,
) -> Imported:
    """Read, plan and enter. Bad rows wait in the tray; with `all_or_nothing` one error keeps everything out.

    Sheets named `aside` are not read.

    Everything good is one commit that begins with a `WorkbookImport`. A file without anything new enters nothing.
    """
    deadline = Deadline()
    with no_collection(large=True):  # millions of cells
        files = read_files(paths, deadline)
        for file in files:
            file.sheets = [raw for raw in file.sheets if raw.name not in aside]
        for _ in range(TRIES):
            planned = plan_import(
                files,
                actor,
                reason=reason,
                sheet=sheet,
                lang=lang,
                deadline=deadline,
                mappings=mappings,
                beside=beside,
                sender=sender,
            )
            if all_or_nothing and planned.errors:
                planned.refused = True
                return planned
            try:
                _enter(planned, actor.by("workbook"), "all-or-nothing" if all_or_nothing else "good-rows", reason)
            except _Moved:
                continue
            return planned
    raise TooBusy("import-too-busy")


def _enter(planned: Imported, actor: Actor, mode: str, reason: str) -> None:
    plan = planned.plan
    digests = {str(file.path): file.sha256 for file in planned.files}
    if not plan.enters:
        with writing():
            if size() != plan.position:
                raise _Moved
            tray.settle(actor, plan, digests, "")
        return
    keep_files(plan.files, (one.fields["sha256"] for one in plan.records if one.model is Evidence))
    together = sha256("".join(sorted(digests.values())).encode()).hexdigest()
    before = WorkbookImport.objects.filter(sha256=together, recorded_by=actor.key, mode=mode).count()
    number = str(WorkbookImport.objects.count() + 1)

    def change(writer: Writer) -> None:
        if writer.first != plan.position:
            raise _Moved
        writer.add(
            WorkbookImport(
                number=number,
                sha256=together,
                files=[{"name": file.path.name, "sha256": file.sha256} for file in planned.files],
                sheets=[tally.as_json() for tally in plan.tallies],
                mode=mode,
                reason=reason.strip(),
                answers=planned.answers,
            )
        )
        _write(writer, plan)
        tray.settle(actor, plan, digests, number)

    if not planned.findings:
        for parsed in plan.parsed:
            parsed.raw.rows = []  # only a copy with findings would show them again
            for row in parsed.rows:
                row.cells = []
    with roomy_cache():
        planned.receipt = append(
            actor, change, request_id=f"import:{together}:{actor.key}:{mode}:{before}", request=together.encode()
        )
    planned.number = number


def _write(writer: Writer, plan: Plan) -> None:
    """Everything planned, through the writer: plain records, then each matter with its steps."""
    keys: dict[type[Record], list[str]] = {}
    for entering in (*plan.records, *(matter.opens for matter in plan.matters if matter.opens is not None)):
        if entering.reason is None and entering.key is not None:
            keys.setdefault(entering.model, []).append(entering.key)
    for matter in plan.matters:
        for model, fields, _ in matter.taken:
            if fields["number"]:
                keys.setdefault(model, []).append(fields["number"])
    for model_, numbers in keys.items():
        writer.prefetch(model_, numbers)
    # What has been entered is let go at once: memory that the growing commit needs.
    for entering in plan.records:
        _enter_one(writer, entering)
        entering.fields = {}
    for part in chunks(plan.matters, 2_000):
        writer.prefetch_matters(
            matter.root for matter in part if matter.opens is None or matter.opens.reason is not None
        )
        for matter in part:
            if matter.opens is not None:
                _enter_one(writer, matter.opens, matter.live)
            for model, fields, after in matter.taken:
                writer.step(model.fresh(**fields), after=after)
            if matter.opens is not None:
                matter.opens.fields = {}
            matter.asked, matter.taken = [], []


def _enter_one(writer: Writer, entering: Entering, live: Live | None = None) -> None:
    if entering.reason is None:
        writer.add(entering.record(), entering.sealed, live=live)
    else:
        writer.supersede(entering.root, entering.record(), entering.reason, entering.sealed)


@contextmanager
def roomy_cache() -> Iterator[None]:
    """On SQLite, hold the pages of a large commit in memory instead of writing each several times."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA cache_size").fetchone()[0]
        cursor.execute("PRAGMA cache_size = -131072")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = {int(before)}")
