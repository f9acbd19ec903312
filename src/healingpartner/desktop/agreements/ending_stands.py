"""How an ending stands: words from both, the last day, what is still handed over, and the ways on from here."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.endings.model import LEADS_TO_WORDS, REASON_WORDS, Ending, LeadsTo, Reason, Stands
from healingpartner.agreements.views import Names
from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken


class EndingStands(QWidget):
    """ends(voice), takes_back, marks(step id, done), adds(words), resumes(voice, their words, mine), turns."""

    ends = Signal(object)
    takes_back = Signal()
    marks = Signal(str, bool)
    adds = Signal(str)
    resumes = Signal(object, str, str)
    turns = Signal()

    def __init__(self, ending: Ending, names: Names, today: date) -> None:
        """`ending`: in notice, or come."""
        super().__init__()
        self._ending, self._called = ending, isolated(names.called)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.words = PlainLabel(self._stands_words(names))
        self._column.addWidget(self.words)
        if ending.reason is not Reason.RATHER_NOT_SAY or ending.reason_words:
            said = " · ".join(part for part in (_(REASON_WORDS[ending.reason]), isolated(ending.reason_words)) if part)
            self._column.addWidget(PlainLabel(said, tone="soft"))
        if ending.patient_words or ending.practitioner_words:
            self._column.addWidget(_both(ending.patient_words, ending.practitioner_words, names))
        self._steps()
        self.side = SideChoice(_("Who wishes to begin again"), names.called)
        self.their_words = TextField(_("{name}'s words").format(name=self._called), lines=2)
        self.my_words = TextField(_("Your words"), lines=2)
        self.resume_button = PrimaryButton(_("Begin again"), icon="handshake")
        begin_there = _("Let {name} begin again on the turned screen").format(name=self._called)
        self.turn_button = LinkButton(begin_there)
        if ending.stands() is Stands.NOTICE:
            self._notice_ways(today)
        else:
            self._resuming()

    def _stands_words(self, names: Names) -> str:
        ending = self._ending
        day = isolated(spoken().date(ending.last_day, "long"))
        who = self._called if ending.begun_by is Voice.PATIENT else _("You")
        if ending.stands() is Stands.NOTICE:
            said = _("{who} began to end it. The last day is {day}.").format(who=who, day=day)
            leads = _(LEADS_TO_WORDS[ending.leads_to]) + "."
        else:
            ended = isolated(spoken().date(ending.ended or ending.begun, "long"))
            said = _("It ended on {day}. The door stays open.").format(day=ended)
            leads = "" if ending.leads_to is LeadsTo.OPEN_DOOR else _("The way goes on with another practitioner.")
        return " ".join(part for part in (said, leads, isolated(ending.why_then)) if part)

    def _steps(self) -> None:
        self._column.addWidget(PlainLabel(_("What you hand over"), tone="label"))
        self.steps: dict[str, CheckField] = {}
        for step in self._ending.steps:
            tick = CheckField(step.words, value=step.done is not None)
            tick.changed.connect(lambda step=step, tick=tick: self.marks.emit(step.id, tick.value()))
            self.steps[step.id] = tick
            self._column.addWidget(tick)
        self.more = LineField(_("Something more to hand over"))
        self.add_link = LinkButton(_("Add it"), icon="plus")
        self.add_link.clicked.connect(lambda: self.adds.emit(self.more.value()))
        row = FlowLayout()
        row.addWidget(self.add_link)
        self._column.addWidget(self.more)
        self._column.addLayout(row)

    def _notice_ways(self, today: date) -> None:
        row = FlowLayout(gap=10)
        self.theirs = QuietButton(_("{name} ends it today").format(name=self._called))
        self.theirs.clicked.connect(lambda: self.ends.emit(Voice.PATIENT))
        self.mine = QuietButton(_("The last day has come"))
        self.mine.clicked.connect(lambda: self.ends.emit(Voice.PRACTITIONER))
        self.mine.setVisible(today >= self._ending.last_day)
        self.back = LinkButton(_("Take the ending back"))
        self.back.clicked.connect(self.takes_back)
        for button in (self.theirs, self.mine, self.back):
            row.addWidget(button)
        self._column.addLayout(row)

    def _resuming(self) -> None:
        soft = _("Words from both are welcome, and not needed. What you signed then stands again as it was signed.")
        for part in (PlainLabel(soft, tone="soft"), self.side, self.their_words, self.my_words):
            self._column.addWidget(part)
        row = FlowLayout()
        row.addWidget(self.resume_button)
        row.addWidget(self.turn_button)
        self.turn_button.clicked.connect(self.turns)
        self._column.addLayout(row)
        self.resume_button.clicked.connect(self._resume)

    def _resume(self) -> None:
        voice = self.side.voice()
        if voice is not None:
            self.resumes.emit(voice, self.their_words.value(), self.my_words.value())


def _both(patient: str, practitioner: str, names: Names) -> QWidget:
    """Words from both side by side; a side that said nothing stays silent."""
    sides = []
    for voice, words, name in (
        (Voice.PATIENT, patient, names.called),
        (Voice.PRACTITIONER, practitioner, names.practitioner),
    ):
        if words:
            sides.append(SpeechLabel(words, voice=voice, caption=isolated(name)))
    return TwoVoicePanel(sides[0], sides[1]) if len(sides) == 2 else sides[0]


def past_words(ending: Ending) -> str:
    """One line about an ending that is over."""
    words = spoken()
    if ending.resuming is not None:
        ended = words.date(ending.ended or ending.begun, "long")
        again = words.date(ending.resuming.resumed, "long")
        return _("It ended on {day}, and you began again on {again}.").format(
            day=isolated(ended), again=isolated(again)
        )
    begun = words.date(ending.begun, "long")
    if ending.taken_back is not None:
        return _("An ending begun on {day} was taken back.").format(day=isolated(begun))
    return _("It ended on {day}.").format(day=isolated(words.date(ending.ended or ending.begun, "long")))
