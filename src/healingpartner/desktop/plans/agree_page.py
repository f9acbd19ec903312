"""The page on which the practitioner answers the plan at the desk: signed by hand, said aloud, or not now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.agreements.pad import drawing_of
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.desktop.page import Page
from healingpartner.desktop.plans.drawing import drawing_text
from healingpartner.desktop.plans.place import PlanPlace, sentence_of
from healingpartner.desktop.plans.plan_copies import keep_copy
from healingpartner.desktop.plans.words import said_yes
from healingpartner.desktop.plans.worth_saying import worth_saying_now
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.versions import acts
from healingpartner.plans.versions.model import AckWay, WholePlan


class AgreePage(Page):
    """`left`: an answer was given, or not. The answer belongs to the words shown when the page was opened."""

    left = Signal()

    def __init__(self, place: PlanPlace, found: WholePlan) -> None:
        """`found`: what is answered."""
        super().__init__()
        self._place, self._found = place, found
        self.pad = SignaturePad(_("Your signature"), ticks=place.desk.clock.ticks, voice=Voice.PRACTITIONER)
        self.sign_button = PrimaryButton(_("Sign by hand"), icon="signature")
        self.say_button = QuietButton(_("I say yes aloud"))
        self.later_button = QuietButton(_("Not now"))
        self.clear = LinkButton(_("Clear and begin again"))
        self.back = LinkButton(_("Back to the plan"), icon="arrow-left")
        self.sentence, self.changed = PlainLabel(tone="warn"), PlainLabel(tone="warn")
        self._lay_out()
        self.clear.clicked.connect(self.pad.clear)
        self.back.clicked.connect(self.left)
        for button, way in (
            (self.sign_button, AckWay.SIGNED), (self.say_button, AckWay.SPOKEN), (self.later_button, AckWay.NOT_NOW),
        ):  # fmt: skip
            button.clicked.connect(lambda _on=False, way=way: self.answer(way))

    def show_plan(self, found: WholePlan) -> None:
        """Say so when the words are no longer those that were opened: the answer must be to what was read."""
        if found.contents_sha256 != self._found.contents_sha256:
            self.changed.setText(_("The plan was changed meanwhile. Go back and read it once more, then answer."))
            self.changed.show()

    def answer(self, way: AckWay) -> None:
        """Keep the answer; where it is the second yes, the plan's copy is printed and kept."""
        if way is AckWay.SIGNED and not self.pad.is_enough():
            self._say(RuleBroken("strokes", _("There is no signature yet. Draw one, or say yes aloud instead.")))
            return
        strokes = drawing_text(drawing_of(self.pad)) if way is AckWay.SIGNED else ""
        self._place.do(
            acts.acknowledge, self._found.plan.id, way, contents_sha256=self._found.contents_sha256, strokes=strokes,
            owner=self, then=lambda _id: self._answered(), sorry=self._say,
        )  # fmt: skip

    def go_back(self) -> bool:
        """Escape: nothing was answered."""
        self.left.emit()
        return True

    def _answered(self) -> None:
        keep_copy(self._place.desk, self._place.owner, self._found.person_id, self._found.plan.id)
        self.left.emit()

    def _say(self, problem: RuleBroken | Refused) -> None:
        words = sentence_of(problem)
        self.sentence.setText(words)
        self.sentence.show()
        announce(self, words)

    def _lay_out(self) -> None:
        page = ScrollPage(_("Saying yes to it"), margin=4)
        column, called = page.column, isolated(self._found.names.called)
        column.addWidget(TitleLabel(_("Your answer"), level=1))
        said = (
            _("{name} has said yes. With yours, the words are kept as they are.")
            if said_yes(self._found, Voice.PATIENT)
            else _("Your yes belongs to exactly what the plan says now. If it changes, you are asked again.")
        )
        column.addWidget(PlainLabel(said.format(name=called)))
        for sentence in worth_saying_now(self._found):
            column.addWidget(PlainLabel(sentence, tone="warn"))
        column.addWidget(self.changed)
        column.addWidget(self.pad)
        column.addWidget(self.clear)
        column.addWidget(self.sentence)
        row = FlowLayout(gap=10)
        for button in (self.sign_button, self.say_button, self.later_button, self.back):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        self.sentence.hide()
        self.changed.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
