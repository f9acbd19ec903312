"""Reading the whole plan and answering it: signed by hand, said aloud, or not now. All three are answers."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.pad import drawing_of
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.desktop.plans.drawing import drawing_text
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.desktop.plans.turned.reading import cards_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.parts.model import waits_for_tap
from healingpartner.plans.versions import acts
from healingpartner.plans.versions.model import ACK_WORDS, YES, AckWay, WholePlan


class AcknowledgePage(PlanPage):
    """The yes belongs to exactly the words shown here."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Everything the plan says, then the answer."""
        lead = _("Read it in peace. You may say yes, or not now. Your care stays as it is either way.")
        super().__init__(desk, found, found.plan.title, lead=lead)
        self._before()
        for card in cards_of(found):
            self.add(card)
        self._answer()
        self.end()

    def begin(self, told: str = "") -> None:
        """Begin at the top: the answer comes after the words."""
        super().begin(told)
        self.page.setFocus()

    def say_yes(self) -> None:
        """Keep the yes, signed or said."""
        self._amiss("")
        if self.way.value() == AckWay.SIGNED.value:
            if not self.pad.is_enough():
                self._amiss(_("There is no signature yet. Draw one, or say yes aloud instead."))
                return
            self._give(AckWay.SIGNED, drawing_text(drawing_of(self.pad)))
            return
        if not self.spoken.value():
            self.spoken.say(_("Tick this once you have said it."))
            self.spoken.setFocus()
            return
        self._give(AckWay.SPOKEN, "")

    def not_now(self) -> None:
        """Not now is an answer too."""
        self._give(AckWay.NOT_NOW, "")

    def sorry(self, problem: RuleBroken | Refused) -> None:
        """What the plan or the signature still needs, below the pad."""
        if isinstance(problem, RuleBroken) and problem.field == "strokes":
            self._amiss(problem.sentence)
            return
        super().sorry(problem)

    def _before(self) -> None:
        for one in self.found.acknowledgements:
            name = self.names.called if one.voice is Voice.PATIENT else self.names.practitioner
            said = _("{name}: {way}, {day}").format(
                name=isolated(name), way=_(ACK_WORDS[one.way]), day=isolated(spoken().date(one.at))
            )
            self.add(PlainLabel(said, tone="ours" if one.way in YES else "soft"))
        for one in self.found.left_behind:
            if one.way in YES:
                name = self.names.called if one.voice is Voice.PATIENT else self.names.practitioner
                said = _("{name} said yes on {day}, to the words before the last change.")
                self.add(PlainLabel(said.format(name=isolated(name), day=isolated(spoken().date(one.at))), tone="soft"))

    def _answer(self) -> None:
        contents = self.found.contents
        waits = waits_for_tap(contents.parts, contents.going_on)
        card = Card(_("My answer"))
        if waits:
            names = ", ".join(isolated(one.label) for one in waits)
            said = _("Not every part is on board: {parts}. Hear them first, or say that you go on.")
            card.column.addWidget(PlainLabel(said.format(parts=names), tone="warn"))
            ask = LinkButton(_("To the parts of me"), icon="arrow-right")
            ask.clicked.connect(lambda: self.goes.emit("parts"))
            card.column.addWidget(ask)
        ways = [(AckWay.SIGNED.value, _("I sign by hand")), (AckWay.SPOKEN.value, _("I say yes aloud"))]
        self.way = self.field("way", PickField(_("How I say yes"), ways, value=AckWay.SIGNED.value), shown=False)
        self.pad = SignaturePad(
            _("Place to sign for {name}").format(name=isolated(self.names.called)), ticks=self.desk.clock.ticks
        )
        self._drawn = PlainLabel(tone="warn")
        self._drawn.hide()
        clear = LinkButton(_("Clear and begin again"))
        clear.clicked.connect(self.pad.clear)
        self.pad.changed.connect(lambda: self._amiss(""))
        self.spoken = CheckField(_("I have said aloud: yes, this is our plan."))
        self._stack = QStackedWidget()
        self._stack.addWidget(_stacked(self.pad, clear))
        self._stack.addWidget(_stacked(self.spoken))
        self.way.changed.connect(self._switch)
        for part in (self.way, self._stack, self._drawn):
            card.column.addWidget(part)
        self.add(card)
        self.choose(_("Yes, this is our plan"), self.say_yes, think=_("Not now"))
        if self.choices is not None:
            self.choices.thinks.disconnect()
            self.choices.thinks.connect(self.not_now)

    def _switch(self) -> None:
        if not self.way.value():
            self.way.set_value(AckWay.SIGNED.value)
        self._stack.setCurrentIndex(1 if self.way.value() == AckWay.SPOKEN.value else 0)
        self._amiss("")

    def _give(self, way: AckWay, strokes: str) -> None:
        self.do(
            acts.acknowledge, self.found.plan.id, way, contents_sha256=self.found.contents_sha256, strokes=strokes,
            then=lambda _id: self._thank(way),
        )  # fmt: skip

    def _thank(self, way: AckWay) -> None:
        if way is AckWay.NOT_NOW:
            self.thanked.emit(_("That is a good answer"), _("Nothing presses. The plan stays here as it is."))
            return
        said_too = any(one.voice is Voice.PRACTITIONER and one.way in YES for one in self.found.acknowledgements)
        words = (
            _("You have both said yes. This is your plan now, and it is kept as it stands.")
            if said_too
            else _("Your yes is kept. {name} says theirs next.").format(name=self.practitioner)
        )
        self.thanked.emit(_("Thank you, {name}").format(name=isolated(self.names.called)), words)

    def _amiss(self, sentence: str) -> None:
        self._drawn.setText(sentence)
        self._drawn.setVisible(bool(sentence))


def _stacked(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
