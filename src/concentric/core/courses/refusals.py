"""Why a course takes no step. Each refusal is named as the sentence it says; its words are in `course.ftl`."""

import re
from typing import ClassVar

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import Word


class StepRefused(Refused):
    """The course does not take this step. The key of a subclass is `course-` and its own name in kebab case."""

    KEY: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        cls.KEY = "course-" + re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def __init__(self, **args: Word) -> None:
        super().__init__(self.KEY, **args)


class StepOutOfTurn(StepRefused):
    """The step's number is not the one after the last: somebody else was quicker, or a step is missing."""


class StepUnknown(StepRefused):
    """The course has no step of this name."""


class MatterClosed(StepRefused):
    """The matter has come to its end; only a reversal can open it again."""


class AmountMissing(StepRefused):
    """The step needs an amount."""


class AmountNotWanted(StepRefused):
    """The step has no amount of its own."""


class AmountNegative(StepRefused):
    """An amount is below zero; what was wrong is reversed instead."""


class AmountZero(StepRefused):
    """Nothing cannot be delivered, and is confirmed as `nothing-came`."""


class AmountTooFine(StepRefused):
    """The amount is no number, or has more than four decimals."""


class AmountTooLarge(StepRefused):
    """The amount is past what the ledger can hold exactly."""


class SpokenOfMissing(StepRefused):
    """The step speaks of another one and must name its number."""


class SpokenOfNotWanted(StepRefused):
    """The step speaks of no other one."""


class NoSuchStep(StepRefused):
    """No step of this matter has that number."""


class StepNotStanding(StepRefused):
    """The step spoken of has been reversed, or is a reversal itself."""


class StepIsNoDelivery(StepRefused):
    """The step spoken of is not a delivery."""


class DateMissing(StepRefused):
    """The step needs the day on which it happened, or until which it holds."""


class UntilNotWanted(StepRefused):
    """The step has no second date."""


class PartyMissing(StepRefused):
    """The step needs the organisation that it goes to."""


class NoteMissing(StepRefused):
    """The step needs a note that gives the reason."""


class NotIndependent(StepRefused):
    """A verification must come from somebody who is neither supporter, recipient nor office, and who is known."""


class DeliveryNotConfirmed(StepRefused):
    """A delivery is verified only after it has been confirmed."""


class VerifiedAboveConfirmed(StepRefused):
    """No more can be verified than was confirmed."""


class DeliveryStillConfirmed(StepRefused):
    """A delivery cannot be reversed before its confirmations and verifications are."""


class ConfirmationStillVerified(StepRefused):
    """A confirmation cannot be reversed before the verification that rests on it is."""


class NoDueDate(StepRefused):
    """What has no due date cannot lapse."""


class NotYetDue(StepRefused):
    """A matter lapses only after its due date."""


class AlreadyLapsed(StepRefused):
    """The matter has lapsed already."""


class FullyDelivered(StepRefused):
    """What was delivered in full cannot lapse."""


class OnlyOfficeWritesOff(StepRefused):
    """Only the office that keeps the matter can write it off."""


class AlreadyAgreed(StepRefused):
    """This side has agreed already."""


class AlreadyActive(StepRefused):
    """Both sides have agreed: the pairing can be ended, but no longer declined."""


class NotAgreed(StepRefused):
    """Nobody has agreed to the pairing yet."""


class RenewalNotLater(StepRefused):
    """A renewal must reach past the date until which the pairing holds now."""


class AgreementStillVerified(StepRefused):
    """An agreement cannot be reversed before the verification that rests on it is."""


class AskedNotIndependent(StepRefused):
    """Whoever is asked to look back must have no part in what is looked back on."""


class PartyCannotChoose(StepRefused):
    """A party of the matter neither chooses who looks back, nor withdraws the look-back."""


class ResultMissing(StepRefused):
    """The step needs a result: holds, partly, relapsed, unclear or no answer."""


class ResultStays(StepRefused):
    """A look-back that has a result, if only that nobody answered, cannot be withdrawn."""
