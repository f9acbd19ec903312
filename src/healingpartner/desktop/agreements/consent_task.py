"""One notice or consent on the turned view: its words, a yes, and a way to leave it open as large as the yes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.agreements.consents import acts
from healingpartner.agreements.consents.model import ConsentWording, Way
from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class ConsentTask(GivingBack):
    """`gives_back`: the patient is done."""

    def __init__(self, desk: Desk, person_id: str, wording: ConsentWording) -> None:
        """`wording`: exactly what is shown and kept."""
        super().__init__()
        self._desk, self._person_id, self._wording = desk, person_id, wording
        self.choices = Choices(_("Yes"), think=_("Not now"))
        self.choices.goes_on.connect(self.give)
        self.choices.thinks.connect(self.gives_back)
        self.done: DonePage | None = None
        page = self.page = ScrollPage(wording.title, margin=4)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.column.addWidget(TitleLabel(wording.title, level=1))
        for part in wording.parts:
            page.column.addWidget(TitleLabel(part.heading, level=2))
            page.column.addWidget(PlainLabel(part.text))
        page.column.addWidget(SpeechLabel(wording.yes, voice=Voice.PATIENT, caption=_("What I say"), large=True))
        page.column.addWidget(PlainLabel(wording.take_back, tone="soft"))
        page.column.addWidget(self.choices)
        page.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def title(self) -> str:
        """The words' own title."""
        return self._wording.title

    def begin(self) -> None:
        """Begin where the words begin: the choices come after them."""
        self.page.setFocus()
        self.page.verticalScrollBar().setValue(0)

    def give(self) -> None:
        """Keep the yes, as the patient's, by the patient's hand."""
        self._desk.runner.do(
            acts.give, self._person_id, wording=self._wording, way=Way.ON_THE_TURNED_VIEW, by=Voice.PATIENT,
            hand=self.hand, owner=self, then=lambda _id: self._finish(_("Thank you"), ""), sorry=self._cannot,
        )  # fmt: skip

    def _cannot(self, problem: RuleBroken | Refused) -> None:
        self._finish(
            _("It stays as it was"), problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        )

    def _finish(self, title: str, words: str) -> None:
        said = words or _("It is kept with today's date. You can take it back at any time.")
        self.done = DonePage(title, said)
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()
