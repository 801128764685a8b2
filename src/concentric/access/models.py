"""Accounts. They may change, so they are no records; what an account did bears its key and its organisation."""

from __future__ import annotations

from django.db import models

ROLES = ("office", "supporter", "recipient", "handler", "verifier")


class Account(models.Model):
    """A role-bearer of one organisation. `organisation` and `office` are roots; no personal data is kept."""

    key = models.CharField(max_length=200, primary_key=True)
    role = models.CharField(max_length=16)
    organisation = models.UUIDField(null=True)
    office = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
