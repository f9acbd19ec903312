"""Which promises each side has kept, as words. No percentage, no curve, nothing that is counted up against anybody.

A step counts once it is done, or once its day has passed while it stands. One that was set down, rests or was changed
into another was an answer, and counts for neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.steps.model import Step, StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPromises:
    """So many of so many, by side."""

    patient: int = 0
    patient_of: int = 0
    practitioner: int = 0
    practitioner_of: int = 0


def kept_promises(steps: Iterable[Step], today: date) -> KeptPromises:
    """What each side has kept until today; what both owe counts for both."""
    counted = [one for one in steps if one.state is StepState.DONE or one.is_late(today)]
    sides = {voice: [one for one in counted if voice in one.owners] for voice in (Voice.PATIENT, Voice.PRACTITIONER)}
    done = {voice: sum(one.state is StepState.DONE for one in own) for voice, own in sides.items()}
    return KeptPromises(
        patient=done[Voice.PATIENT],
        patient_of=len(sides[Voice.PATIENT]),
        practitioner=done[Voice.PRACTITIONER],
        practitioner_of=len(sides[Voice.PRACTITIONER]),
    )


def said_to_the_patient(kept: KeptPromises, words: Words) -> str:
    """I kept 2 of 3. You kept 3 of 4. "" where nothing has come to count yet."""
    own, theirs = _mine(kept, words, N_("I kept {n} of {of}.")), _theirs(kept, words, N_("You kept {n} of {of}."))
    return " ".join(part for part in (own, theirs) if part)


def said_at_the_desk(kept: KeptPromises, words: Words, *, name: str) -> str:
    """You kept 2 of 3. Rosa kept 3 of 4. The practitioner's come first."""
    own = _mine(kept, words, N_("You kept {n} of {of}."))
    theirs = _theirs(kept, words, N_("{name} kept {n} of {of}."), name=name)
    return " ".join(part for part in (own, theirs) if part)


def _mine(kept: KeptPromises, words: Words, sentence: str) -> str:
    return _told(kept.practitioner, kept.practitioner_of, words, sentence)


def _theirs(kept: KeptPromises, words: Words, sentence: str, *, name: str = "") -> str:
    return _told(kept.patient, kept.patient_of, words, sentence, name=name)


def _told(count: int, of: int, words: Words, sentence: str, *, name: str = "") -> str:
    if not of:
        return ""
    return words.say(sentence).format(n=words.number(count), of=words.number(of), name=isolated(name))
