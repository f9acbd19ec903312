"""What can be done about the practitioner's own name, letterhead and sheet."""

from collections.abc import Iterable
from dataclasses import replace

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answer
from healingpartner.people.practitioner import store
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.questions import Group, question
from healingpartner.vault.transaction import Transaction


def set_practitioner(tx: Transaction, given: Practitioner) -> None:
    """Name and letterhead, new or changed; RuleBroken names a field."""
    store.write_practitioner(tx, given.cleaned())


def introduce_self(tx: Transaction, answers: Iterable[Answer]) -> None:
    """The practitioner's own answers to the first-meeting questions, kept once for all patients."""
    cleaned = [replace(answer.cleaned(), choice="", amount=None) for answer in answers]
    for answer in cleaned:
        if question(answer.question).group is not Group.MEETING:
            raise RuleBroken(answer.question, _("This is not a question of the first meeting."))
    store.write_answers(tx, cleaned)
