"""What the two see differently, on the turned view: both voices, an answer, and what became of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.turned.differ_page import about_words
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.differing import acts
from healingpartner.plans.differing.model import DISSENT_STATE_WORDS, Dissent, DissentState
from healingpartner.plans.versions.model import WholePlan

_OPEN = frozenset({DissentState.OPEN, DissentState.HEARD, DissentState.PARKED})


class DissentsPage(PlanPage):
    """Nothing that was said is hidden; nothing stops a decision."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """The newest last, as they were said."""
        super().__init__(desk, found, _("We see this differently"), lead=_("It is kept, shown and respected."))
        for one in found.contents.dissents:
            self.add(self._card(one))
        more = QuietButton(_("I see something differently"), icon="plus", large=True)
        more.clicked.connect(lambda: self.goes.emit("differ/plan"))
        self.row(more)
        self.end()

    def _card(self, one: Dissent) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(PlainLabel(about_words(self.found, one), tone="strong"), 1)
        head.addWidget(Chip(_(DISSENT_STATE_WORDS[one.state])), 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(head)
        mine = one.by is Voice.PATIENT
        name = _("Mine") if mine else self.practitioner
        caption = _("{name}, {day}").format(name=name, day=isolated(spoken().date(one.said)))
        card.column.addWidget(SpeechLabel(one.words, voice=one.by, caption=caption))
        if one.answer:
            other = Voice.PRACTITIONER if mine else Voice.PATIENT
            answered = _("The answer of {name}").format(name=self.practitioner) if mine else _("My answer")
            card.column.addWidget(SpeechLabel(one.answer, voice=other, caption=answered))
        if mine and one.state in _OPEN:
            self._settling(card.column, one)
        elif not mine and not one.answer and one.state in _OPEN:
            self._answering(card.column, one)
        return card

    def _settling(self, column: QVBoxLayout, one: Dissent) -> None:
        """Whoever sees it differently says when it is settled, or takes it back."""
        row = FlowLayout(gap=10)
        for state in (DissentState.NEGOTIATED, DissentState.STANDS, DissentState.PARKED):
            if state is not one.state:
                row.addWidget(self._link(one, _(DISSENT_STATE_WORDS[state]), acts.settle, state))
        row.addWidget(self._link(one, _("I take it back"), acts.withdraw))
        column.addLayout(row)

    def _answering(self, column: QVBoxLayout, one: Dissent) -> None:
        field = self.field("answer", TextField(_("My answer"), lines=1), shown=False)
        keep = QuietButton(_("Keep the answer"))
        keep.setAccessibleName(_("{act}: {subject}").format(act=keep.text(), subject=one.words))
        keep.clicked.connect(lambda: self._answer(one, field))
        row = FlowLayout()
        row.addWidget(keep)
        column.addWidget(field)
        column.addLayout(row)

    def _answer(self, one: Dissent, field: TextField) -> None:
        self.fields["answer"] = field  # a rule's sentence belongs beside the answer that was pressed
        told = self.leads("dissents", _("Your answer is kept."))
        self.do(acts.answer_dissent, one.id, field.value(), then=told)

    def _link(self, one: Dissent, words: str, act: object, *more: object) -> LinkButton:
        link = LinkButton(words)
        link.setAccessibleName(_("{act}: {subject}").format(act=words, subject=one.words))
        told = self.leads("dissents", _("It is kept."))
        link.clicked.connect(lambda: self.do(act, one.id, *more, then=told))
        return link
