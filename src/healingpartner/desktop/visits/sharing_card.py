"""What a guardian or somebody else may see of the notes, as the patient said it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, Problem, sentence_of
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.people.reading import Representative
from healingpartner.people.views import representatives
from healingpartner.visits.sharing import acts
from healingpartner.visits.sharing.model import REACH_WORDS, Sharing, Way
from healingpartner.visits.sharing.views import standing_sharings


class SharingCard(Card):
    """One line for each other person; the patient may say it otherwise at any time."""

    def __init__(self, doing: Doing, person_id: str) -> None:
        """Asks for what was said."""
        super().__init__(_("Who else may see our notes"))
        self._doing, self._person_id = doing, person_id
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._form = QWidget()
        self._form.hide()
        self.who = LineField(_("Whom it is about"), example=_("A parent, a guardian, a partner"))
        self.reach = ChoiceField(_("What was said"), [(one.value, _(words)) for one, words in REACH_WORDS.items()])
        self.words = LineField(_("In their own words"))
        self.keep = QuietButton(_("Keep what was said"))
        self.keep.setProperty("small", True)
        self.keep.clicked.connect(self._keep)
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        law = _("In some places the law lets a guardian see more, or less. Tell it before you ask.")
        inside.addWidget(PlainLabel(law, tone="small"))
        for part in (self.who, self.reach, self.words):
            inside.addWidget(part)
        row = FlowLayout()
        row.addWidget(self.keep)
        inside.addLayout(row)
        self.open = LinkButton(_("Ask, and write it down"), icon="note-pencil")
        self.open.setAccessibleName(_("Who else may see our notes: ask, and write it down"))
        self.open.clicked.connect(self._open)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._form)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        doing.ask(representatives, person_id, then=self._show_representatives)
        self.ask()

    def ask(self) -> None:
        """Look again."""
        self._doing.ask(standing_sharings, self._person_id, then=self._show)

    def _show_representatives(self, found: tuple[Representative, ...]) -> None:
        """Those who may speak for the patient are asked about first."""
        names = [f"{one.name} ({one.relation})" if one.relation else one.name for one in found if one.name]
        if names:
            self.who.set_hint(_("In the record as speaking for them: {names}.").format(names=", ".join(names)))

    def _show(self, found: tuple[Sharing, ...]) -> None:
        clear(self._lines)
        if not found:
            self._lines.addWidget(PlainLabel(_("Nobody was asked about yet."), tone="soft"))
        for one in found:
            told = _("{who}: {what}, {day}").format(
                who=one.who, what=_(REACH_WORDS[one.reach]), day=spoken().date(one.chosen)
            )
            self._lines.addWidget(SpeechLabel(one.words, voice=Voice.PATIENT, caption=told))

    def _open(self) -> None:
        self._form.show()
        self.open.hide()
        self.who.setFocus()

    def _keep(self) -> None:
        self._doing.do(
            acts.say_who_sees, self._person_id, self.who.value(), self.reach.value(), way=Way.SAID,
            words=self.words.value(), by=Voice.PATIENT, then=lambda _id: self._kept(), sorry=self._sorry,
        )  # fmt: skip

    def _kept(self) -> None:
        for field in (self.who, self.words):
            field.set_value("")
        self.reach.set_value("")
        self._form.hide()
        self.open.show()
        self.ask()

    def _sorry(self, problem: Problem) -> None:
        named = problem.field if isinstance(problem, RuleBroken) else ""
        {"reach": self.reach, "words": self.words}.get(named, self.who).say(sentence_of(problem))
