"""The eight pairs of statements, in our own words: the patient of the practitioner, the practitioner of themself.

A conversation aid, not a validated test; every paper says so.
"""

from collections.abc import Mapping
from enum import StrEnum

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_

VERSION = 1


class Domain(StrEnum):
    """What a pair is about."""

    HEARD = "heard"
    RESPECTED = "respected"
    PACE = "pace"
    HONESTY = "honesty"
    HOPE = "hope"
    SAFETY = "safety"
    CHOICE = "choice"
    REPAIR = "repair"


DOMAIN_WORDS: Mapping[Domain, str] = {
    Domain.HEARD: N_("Heard"),
    Domain.RESPECTED: N_("Respected"),
    Domain.PACE: N_("Time and pace"),
    Domain.HONESTY: N_("Honest"),
    Domain.HOPE: N_("Hopeful"),
    Domain.SAFETY: N_("Safe"),
    Domain.CHOICE: N_("Free to choose"),
    Domain.REPAIR: N_("Able to mend"),
}

STATEMENTS: Mapping[Voice, Mapping[Domain, str]] = {
    Voice.PATIENT: {
        Domain.HEARD: N_("You heard what I most needed you to hear."),
        Domain.RESPECTED: N_("You met me as your equal."),
        Domain.PACE: N_("We had time enough, and the pace was mine too."),
        Domain.HONESTY: N_("We could both say what is true for us."),
        Domain.HOPE: N_("I go home with a hope that feels real."),
        Domain.SAFETY: N_("My body felt safe enough here."),
        Domain.CHOICE: N_("What we chose was mine to choose."),
        Domain.REPAIR: N_("If something went wrong, we could mend it."),
    },
    Voice.PRACTITIONER: {
        Domain.HEARD: N_("I heard what you most needed me to hear."),
        Domain.RESPECTED: N_("I met you as my equal, in words and in manner."),
        Domain.PACE: N_("I kept to our time, and went at your pace."),
        Domain.HONESTY: N_("I told you straight what I know and what I do not."),
        Domain.HOPE: N_("I gave hope, and promised nothing that I cannot know."),
        Domain.SAFETY: N_("I saw when it was too much, and eased off."),
        Domain.CHOICE: N_("I left the choice with you, even where I would choose otherwise."),
        Domain.REPAIR: N_("I asked if something went wrong, and owned my part."),
    },
}

LEVELS = (0, 1, 2, 3, 4)
LEVEL_WORDS: Mapping[int, str] = {
    0: N_("Not yet"),
    1: N_("A little"),
    2: N_("Partly"),
    3: N_("Mostly"),
    4: N_("Fully"),
}


class Instead(StrEnum):
    """An answer in place of a level."""

    NOT_NOW = "not_now"
    DOES_NOT_APPLY = "does_not_apply"
    ALOUD = "aloud"


INSTEAD_WORDS: Mapping[Instead, str] = {
    Instead.NOT_NOW: N_("Not now"),
    Instead.DOES_NOT_APPLY: N_("It does not apply"),
    Instead.ALOUD: N_("I would rather say it aloud"),
}
