"""The mirror of PostgreSQL is read where, and as safely as, Django's own connection."""

from __future__ import annotations

import pytest
from psycopg.conninfo import conninfo_to_dict

from concentric.lake import source


class Connection:
    def get_connection_params(self) -> dict[str, object]:
        """As Django gives them: what the library knows, what only Django's driver does, and blanks."""
        return {
            "dbname": "concentric",
            "user": "office",
            "password": "a b'c",
            "host": "",
            "sslmode": "verify-full",
            "sslrootcert": "/etc/ssl/office.pem",
            "cursor_factory": object,
            "prepare_threshold": None,
        }


def test_the_mirror_is_read_under_the_same_tls_as_everything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "connection", Connection())
    assert conninfo_to_dict(source._uri()) == {
        "dbname": "concentric",
        "user": "office",
        "password": "a b'c",
        "sslmode": "verify-full",
        "sslrootcert": "/etc/ssl/office.pem",
    }
