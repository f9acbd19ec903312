"""What both say of one commitment, in their own words: new words beside the old ones, what would help, an answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.negotiation.model import SIDES, Point, Reply, Said, Stance
from healingpartner.agreements.views import Names
from healingpartner.agreements.wording import Labels
from healingpartner.desktop.agreements.answers import WordsAnswered, name_of
from healingpartner.desktop.agreements.promise import Promise
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class SaidPanel(QWidget):
    """`answered`: `WordsAnswered`, when new words of the other are taken or not."""

    answered = Signal(object)

    def __init__(self, labels: Labels, names: Names, *, answering: Voice | None) -> None:
        """`answering`: who may answer new words of the other here; None where one only reads."""
        super().__init__()
        self._labels, self._names, self._answering = labels, names, answering
        self.reply: ReplyBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_point(self, point: Point) -> None:
        """Show what is said now instead."""
        self.reply = None
        while (item := self._column.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for side in SIDES:
            said = point.of(side)
            if said is not None and said.stance is Stance.REWORDED:
                self._show_words(point, said)
            elif said is not None and said.stance is Stance.NOT_YET and said.help:
                caption = _("What would help {name}").format(name=name_of(side, self._names))
                self._column.addWidget(SpeechLabel(said.help, voice=side, caption=caption))
        self.setVisible(self._column.count() > 0)

    def _show_words(self, point: Point, said: Said) -> None:
        one = point.commitment
        for old, new, label in (
            (one.practitioner, said.practitioner, self._labels.practitioner),
            (one.patient, said.patient, self._labels.patient),
        ):
            if not new:
                continue
            whose = Voice.PRACTITIONER if label == self._labels.practitioner else Voice.PATIENT
            as_it_stands = _("{promise} · as it stands").format(promise=label)
            in_words = _("{promise} · in the words of {name}").format(
                promise=label, name=name_of(said.side, self._names)
            )
            self._column.addWidget(
                TwoVoicePanel(
                    Promise(old, voice=whose, caption=as_it_stands), Promise(new, voice=said.side, caption=in_words)
                )
            )
        other = SIDES[1 - SIDES.index(said.side)]
        if said.reply is not Reply.NONE:
            self._show_reply(said, other)
        if self._answering is other and said.reply is not Reply.ACCEPTED:
            self.reply = ReplyBar(point, said, self._names)
            self.reply.answered.connect(self.answered)
            self._column.addWidget(self.reply)

    def _show_reply(self, said: Said, other: Voice) -> None:
        name = name_of(other, self._names)
        taken = said.reply is Reply.ACCEPTED
        words = (
            _("{name} takes these words. They stand in the next text.").format(name=name)
            if taken
            else _("{name} does not take these words as they are. The point stays open.").format(name=name)
        )
        self._column.addWidget(PlainLabel(words, tone="mine" if other is Voice.PRACTITIONER else "yours"))
        if said.reason:
            caption = _("Why, in the words of {name}").format(name=name)
            self._column.addWidget(SpeechLabel(said.reason, voice=other, caption=caption))


class ReplyBar(QWidget):
    """The answer to new words of the other; a reason is welcome, and never asked for."""

    answered = Signal(object)

    def __init__(self, point: Point, said: Said, names: Names) -> None:
        """`said`: the new words."""
        super().__init__()
        self._commitment_id = point.commitment.id
        self.reason = LineField(_("Why, if you like to say"))
        self.take, self.leave = QuietButton(_("Take these words")), QuietButton(_("Not these words yet"))
        name = name_of(said.side, names)
        for button in (self.take, self.leave):
            button.setAccessibleName(
                _("{answer}: {name}, {title}").format(answer=button.text(), name=name, title=point.commitment.title)
            )
        row = FlowLayout(gap=8)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addLayout(row)
        self.take.clicked.connect(lambda: self._answer(taken=True))
        self.leave.clicked.connect(lambda: self._answer(taken=False))

    def say(self, problem: RuleBroken) -> None:
        """A rule's sentence beside the reason."""
        self.reason.say(problem.sentence)

    def _answer(self, *, taken: bool) -> None:
        self.answered.emit(WordsAnswered(commitment_id=self._commitment_id, taken=taken, reason=self.reason.value()))
