"""The two voices of a partnership, and the hand that wrote down what a voice said."""

from dataclasses import dataclass
from enum import StrEnum


class Voice(StrEnum):
    """Whose words or whose act something is. Both weigh the same."""

    PRACTITIONER = "practitioner"
    PATIENT = "patient"
    BOTH = "both"


class Place(StrEnum):
    """Where the hand was: the practitioner's desk, the view turned to the patient, paper, a command."""

    DESK = "desk"
    TURNED = "turned"
    PAPER = "paper"
    COMMAND = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who typed, on which view, and through whom (an interpreter, say): kept with every ledger line."""

    typed_by: Voice
    place: Place
    through: str = ""


AT_THE_DESK = Hand(typed_by=Voice.PRACTITIONER, place=Place.DESK)
ON_THE_TURNED_VIEW = Hand(typed_by=Voice.PATIENT, place=Place.TURNED)
BY_COMMAND = Hand(typed_by=Voice.PRACTITIONER, place=Place.COMMAND)
