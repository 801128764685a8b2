"""The engine is made ready ahead of whoever asks first."""

from __future__ import annotations

from concentric.core.pairing import compiling, ready


def test_making_ready_leaves_a_mark_by_which_others_know_that_only_loading_is_left() -> None:
    ready._mark().unlink(missing_ok=True)
    assert not ready.is_compiled()
    ready.make_ready()
    assert ready.is_compiled()


def test_the_mark_lies_among_what_was_compiled_so_another_program_never_takes_it_for_its_own() -> None:
    assert ready._mark().parent == compiling.folder_of(compiling.HERE)
