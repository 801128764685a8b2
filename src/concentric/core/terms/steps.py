"""What a step and a state are called: by a word of their own course where one is needed, else by the common one."""

from concentric.core.terms.words import say


def step_word(course: str, name: str, lang: str) -> str:
    """The word for a step of a course ("confirmed" means one thing of money, another of a visit). KeyError if none."""
    return _word("step", course, name, lang)


def state_word(course: str, name: str, lang: str) -> str:
    """The word for a state of a course. KeyError where there is none."""
    return _word("state", course, name, lang)


def _word(what: str, course: str, name: str, lang: str) -> str:
    try:
        return say(f"{what}-{course}-{name}", lang)
    except KeyError:
        return say(f"{what}-{name}", lang)
