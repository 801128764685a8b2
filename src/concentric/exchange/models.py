"""Imports as records, and the tray where rows wait that could not be entered yet."""

from __future__ import annotations

from django.db import models

from concentric.ledger.models import Record
from concentric.register.models import Organisation


class WorkbookImport(Record):
    """One import: the first record of its commit, so that everything it entered is the commit's range of indexes.

    `files` lists {"name", "sha256"}; `sheets` counts {"new", "changed", "unchanged", "waiting"} for each sheet;
    `answers` are the numbers of the requests whose workbooks came back in it.
    """

    KIND = "import"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "public",
        "sha256": "office",
        "files": "office",
        "sheets": "office",
        "mode": "office",
        "answers": "office",
    }

    number = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    files = models.JSONField()
    sheets = models.JSONField()
    mode = models.CharField(max_length=16)
    answers = models.JSONField(default=list)


class ImportUndo(Record):
    """One import taken back: the first record of the commit that holds the counter-records."""

    KIND = "import-undo"
    DISCLOSURE = {"undone": "public"}

    undone = models.ForeignKey(WorkbookImport, models.PROTECT, related_name="+")


class WorkbookMapping(Record):
    """How an account's files of one shape are read as our sheet `sheet`, as a person decided it.

    `number` is the shape (a digest of the headings) and the account; where it holds for the files of one `sender`, that
    one's number too. `columns` names for columns of ours where their values come from, as `mapping.Source` is written;
    `headings` are the foreign ones, to show.
    """

    KIND = "mapping"
    VERSION = 2
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "office",
        "account": "office",
        "shape": "office",
        "sheet": "office",
        "depth": "office",
        "columns": "office",
        "headings": "office",
        "sender": "office",
    }

    number = models.CharField(max_length=240)
    account = models.CharField(max_length=200)
    shape = models.CharField(max_length=32)
    sheet = models.CharField(max_length=32)
    depth = models.PositiveSmallIntegerField()
    columns = models.JSONField()
    headings = models.JSONField()
    sender = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")


class WorkbookRequest(Record):
    """A workbook that went to an organisation in a round: what it was asked, and by when an answer is wanted.

    `sheets` counts the rows that were asked on each sheet.
    """

    KIND = "request"
    NATURAL_KEY = "number"
    DISCLOSURE = {
        "number": "office",
        "organisation": "office",
        "round": "office",
        "asked_on": "office",
        "due": "office",
        "sheets": "office",
    }

    number = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    round = models.CharField(max_length=64)
    asked_on = models.DateField()
    due = models.DateField(null=True)
    sheets = models.JSONField()


class TrayRow(models.Model):
    """A row that was not entered, waiting to come good. No record: it changes and goes.

    `cells` is a list of [heading, text] as the person typed it; `findings` a list of what `Finding.as_json` needs to be
    made again. `number` is empty for a row without one: such a row is known by its file, or by its cells.
    """

    office = models.UUIDField(null=True)
    account = models.CharField(max_length=200)
    sheet = models.CharField(max_length=32)
    number = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=400)
    sha256 = models.CharField(max_length=64)
    import_number = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=200)
    row = models.PositiveIntegerField()
    cells = models.JSONField()
    findings = models.JSONField()
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["account", "sheet", "number"], name="tray_by_number")]
