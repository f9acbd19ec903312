"""Beginning again in the patient's own hand, on the turned view: words if they like, and no reason asked."""

from healingpartner.agreements.endings.acts import resume
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.wish_task import WishTask
from healingpartner.desktop.desk import Desk
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

FORM = "agreements.resuming-turned"


class ResumingTask(WishTask):
    """The words may stay empty."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Asks for nothing but words."""
        super().__init__(desk, person_id, form=FORM)
        self.choices = Choices(_("Begin again"), think=_("I want to think about it"))
        soft = _("What you both signed then stands again as it was signed. You can change it together at any time.")
        self.lay_out(soft, self.choices, self.resume, more={})

    def title(self) -> str:
        """What stands on top."""
        return _("Beginning again together")

    def resume(self) -> None:
        """Begin again, as the patient's act by the patient's hand."""
        thanks = _("It is kept that you wished to begin again. Your promises stand.")
        self._desk.runner.do(
            resume, self._person_id, patient_words=self.words.value(), by=Voice.PATIENT, hand=self.hand,
            owner=self, then=lambda _id: self.thank(_("Welcome back"), thanks), sorry=self.sorry,
        )  # fmt: skip
