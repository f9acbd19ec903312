"""Whose act it is: the patient's, said and typed here by the practitioner, or the practitioner's own."""

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class SideChoice(ChoiceField):
    """Nobody is chosen beforehand."""

    def __init__(self, label: str, called: str) -> None:
        """`called`: the patient's name as they asked for it."""
        said = _("{name} says so").format(name=isolated(called))
        super().__init__(label, [(Voice.PATIENT.value, said), (Voice.PRACTITIONER.value, _("I say so"))])

    def voice(self) -> Voice | None:
        """Whose act it is; None, with a sentence below, while nobody is chosen."""
        chosen = self.value()
        if not chosen:
            self.say(_("Choose this first: it is kept with the words."))
            self.setFocus()
            return None
        return Voice(chosen)
