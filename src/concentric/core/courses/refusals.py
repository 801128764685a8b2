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
    """A renewal must reach past the date until which it holds now."""


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


class WhatNotWanted(StepRefused):
    """The step has no result, level or item of its own."""


class PartyNotWanted(StepRefused):
    """The step goes to nobody."""


class UntilMissing(StepRefused):
    """The step needs the day until which it holds."""


class StepStillNeeded(StepRefused):
    """A step cannot be reversed before the later ones that could not have been taken without it."""


class OnlyOfficeDecides(StepRefused):
    """Whether a case is taken on, who handles it and how long they may take is for the office to decide."""


class OnlyHandlerAnswers(StepRefused):
    """A case is answered by whom it was routed to, or by the office."""


class OnlyRaiserWithdraws(StepRefused):
    """Only the raiser withdraws or reopens a case, or the office on its behalf: never the handler."""


class HandlerSpeaksForRaiser(StepRefused):
    """Whoever handles a case doesn't say what its raiser thinks of the answer."""


class AlreadyAccepted(StepRefused):
    """The case has been accepted already."""


class TooLateToDecline(StepRefused):
    """What has been routed or answered is no longer declined."""


class NotRouted(StepRefused):
    """The case is with the office: nobody can return it."""


class NoDeadline(StepRefused):
    """Without a day by which an answer is due there is nothing to extend."""


class ExtensionPending(StepRefused):
    """An extension has been asked for and nobody has decided it."""


class ExtensionTooLate(StepRefused):
    """An extension is asked for before the answer is overdue, not after."""


class ExtensionNotLater(StepRefused):
    """An extension must reach past the day by which the answer is due now."""


class NoExtensionAsked(StepRefused):
    """No extension is waiting to be decided."""


class OutcomeMissing(StepRefused):
    """An answer says which it is: solved, under way, planned or explained."""


class NextDateMissing(StepRefused):
    """What is under way or planned needs the day of the next answer."""


class NextDateNotLater(StepRefused):
    """The next answer must come after this one."""


class AnsweredAlready(StepRefused):
    """The case has its answer: nothing is due."""


class WordMissing(StepRefused):
    """The step needs the raiser's word: satisfied, not satisfied, or that they didn't answer."""


class NotAnswered(StepRefused):
    """There is no answer yet that somebody could speak of, or that could be closed."""


class RaiserNotSatisfied(StepRefused):
    """What the raiser isn't satisfied with is answered again before it is closed."""


class StillUnderWay(StepRefused):
    """A case whose last answer promises another one isn't closed."""


class NothingToReopen(StepRefused):
    """Only what was closed, declined or withdrawn is reopened."""


class NothingToAdopt(StepRefused):
    """Only proposals, opinions and research topics are adopted."""


class LevelMissing(StepRefused):
    """An adoption names its level, as the programme book calls it."""


class NotSigned(StepRefused):
    """The project is a lead: nothing has been signed that could start, grow or bring money."""


class AlreadySigned(StepRefused):
    """A project is signed once; another ceremony is a signing event, a larger contract an increase."""


class StageNotLater(StepRefused):
    """A project goes from stage to stage, not back."""


class StepIsNoStage(StepRefused):
    """The step spoken of is neither a stage nor an arrival of money."""


class ConfirmedAboveArrived(StepRefused):
    """The host cannot confirm more than was reported as arrived."""


class ArrivalNotConfirmed(StepRefused):
    """An arrival is verified only after somebody confirmed it."""


class AlreadyStarted(StepRefused):
    """The site is being built already."""


class AlreadyOpened(StepRefused):
    """The site has opened already."""


class NotOpened(StepRefused):
    """Only a site that has opened can be confirmed, disputed or verified."""


class NothingToRenew(StepRefused):
    """An open-ended assignment needs no renewal."""


class CandidateCannotJudge(StepRefused):
    """A candidate neither assesses nor names itself."""


class ItemMissing(StepRefused):
    """An assessment names its item."""


class AlreadyAssessed(StepRefused):
    """The item has its points already."""


class AlreadyNamed(StepRefused):
    """The candidate is named already."""


class NotNamed(StepRefused):
    """Only what was named can be renewed or lapse."""


class BelowThreshold(StepRefused):
    """The points don't reach what the scheme asks for."""
