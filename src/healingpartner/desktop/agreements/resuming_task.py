"""Beginning again in the patient's own hand, on the turned view: words if they like, and no reason asked."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.agreements.endings.acts import resume
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.foundation.words import _

FORM = "agreements.resuming-turned"


class ResumingTask(GivingBack):
    """`gives_back`: the patient is done."""

    def __init__(self, desk: Desk, person_id: str) -> None:
        """The words may stay empty."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.words = TextField(_("What I would like to say, if anything"), lines=3)
        self.choices = Choices(_("Begin again"), think=_("I want to think about it"))
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.done: DonePage | None = None
        self._draft = DraftKeeper(desk, FORM, person_id, self._typed, owner=self, voice=Voice.PATIENT)
        page = ScrollPage(self.title(), margin=4)
        soft = _("What you both signed then stands again as it was signed. You can change it together at any time.")
        for part in (TitleLabel(self.title(), level=1), PlainLabel(soft), self.words, self.sentence, self.choices):
            page.column.addWidget(part)
        page.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.choices.goes_on.connect(self.resume)
        self.choices.thinks.connect(self._think)
        self.words.changed.connect(self._draft.touch)

    def title(self) -> str:
        """What stands on top."""
        return _("Beginning again together")

    def begin(self) -> None:
        """Begin with words; a draft comes back."""
        self.words.setFocus()
        self._draft.fetch(self._take_draft)

    def flush(self) -> None:
        """Keep what was typed."""
        if self.done is None:
            self._draft.flush()

    def resume(self) -> None:
        """Begin again, as the patient's act by the patient's hand."""
        self._desk.runner.do(
            resume, self._person_id, patient_words=self.words.value(), by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW,
            owner=self, then=lambda _id: self._resumed(), sorry=self._sorry,
        )  # fmt: skip

    def _resumed(self) -> None:
        self._draft.drop()
        self.done = DonePage(_("Welcome back"), _("It is kept that you wished to begin again. Your promises stand."))
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def _think(self) -> None:
        self._draft.flush()
        self.gives_back.emit()

    def _typed(self) -> dict[str, Any]:
        return {"words": self.words.value()}

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            self.words.set_value(str(typed.get("words", "")))

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self.sentence.setText(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())
        self.sentence.show()
