"""Is every part of me on board? Parts in the patient's words; going on anyway is their own tap."""

from dataclasses import replace

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.chip import Chip, Tint
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.parts import acts
from healingpartner.plans.parts.model import (
    PART_STANCE_WORDS,
    PartStance,
    PartVoice,
    everyone_on_board,
    waits_for_tap,
)
from healingpartner.plans.versions.model import WholePlan

_TINTS: dict[PartStance, Tint] = {
    PartStance.ON_BOARD: "ours",
    PartStance.WORRIED: "yours",
    PartStance.NOT_WILLING: "yours",
}


class PartsPage(PlanPage):
    """What each part says, and where the patient stands with all of them."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """In the order they were said."""
        lead = _("A part of you may be eager, another afraid. Each may say what it thinks, in its own words.")
        super().__init__(desk, found, _("Is every part of me on board?"), lead=lead)
        parts = found.contents.parts
        for part in parts:
            self.add(self._card(part))
        if everyone_on_board(parts):
            self.row(Chip(_("Every part is on board"), tint="ours"))
        add = (QuietButton if parts else PatientButton)(_("A part of me says…"), icon="plus", large=True)
        add.clicked.connect(lambda: self.goes.emit("part/"))
        self.row(add)
        self.tap: PatientButton | None = None
        self._taps()
        waits = waits_for_tap(parts, found.contents.going_on)
        if waits:
            self._ask(waits)
        self.end()

    def go_on(self) -> None:
        """The explicit tap, kept with the time and the parts it was said over."""
        told = _("It is kept that you go on, and what these parts said.")
        self.do(
            acts.go_on_anyway, self.found.plan.id, words=self.fields["words"].value(), then=self.leads("parts", told)
        )

    def _card(self, part: PartVoice) -> Card:
        card = Card()
        stands = FlowLayout()
        stands.addWidget(Chip(_(PART_STANCE_WORDS[part.stance]), tint=_TINTS.get(part.stance, "plain")))
        card.column.addWidget(TitleLabel(part.label, level=2))
        card.column.addLayout(stands)
        if part.words:
            card.column.addWidget(SpeechLabel(part.words, voice=Voice.PATIENT, caption=_("What it says")))
        if part.needs:
            card.column.addWidget(PlainLabel(_("What would help: {words}").format(words=isolated(part.needs))))
        row = FlowLayout(gap=10)
        for words, act in ((_("Change it"), self._change), (_("Take it out"), self._take_out)):
            link = LinkButton(words)
            link.setAccessibleName(_("{kind}: {act}").format(kind=part.label, act=words))
            link.clicked.connect(lambda _on=False, act=act: act(part))
            row.addWidget(link)
        card.column.addLayout(row)
        return card

    def _taps(self) -> None:
        names = {one.id: one.label for one in self.found.contents.parts}
        for one in self.found.contents.going_on:
            over = ", ".join(isolated(names.get(each, _("a part that was taken out"))) for each in one.parts)
            said = _("On {day} you went on, knowing that not everyone is on board: {parts}.")
            self.add(PlainLabel(said.format(day=isolated(spoken().date(one.at)), parts=over), tone="soft"))
            if one.words:
                self.add(SpeechLabel(one.words, voice=Voice.PATIENT, caption=_("What I said to that part")))

    def _ask(self, waits: tuple[PartVoice, ...]) -> None:
        names = ", ".join(isolated(one.label) for one in waits)
        card = Card(_("Not everyone is on board"))
        said = _("{parts}: it is good to hear that. You can wait, change the plan, or go on knowing it.")
        card.column.addWidget(PlainLabel(said.format(parts=names)))
        words = self.field("words", TextField(_("What I would say to that part, if I like"), lines=1), shown=False)
        card.column.addWidget(words)
        self.tap = PatientButton(_("I go on, knowing this"), large=True)
        wait = QuietButton(_("I want to think about it"), large=True)
        self.tap.clicked.connect(self.go_on)
        wait.clicked.connect(lambda: self.goes.emit(self.back))
        row = FlowLayout(gap=12)
        for button in (wait, self.tap):
            row.addWidget(button)
        card.column.addLayout(row)
        self.add(card)

    def _change(self, part: PartVoice) -> None:
        self.goes.emit(f"part/{part.id}")

    def _take_out(self, part: PartVoice) -> None:
        self.do(acts.remove_part_voice, part.id, then=self.leads("parts", _("It is taken out.")))


class PartPage(PlanPage):
    """One part: what the patient calls it, where it stands, what it says, what would help."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the part's id, or "" for a new one."""
        part = next(one for one in found.contents.parts if one.id == about) if about else None
        self._begun = part or PartVoice(id="", plan_id=found.plan.id, label="", stance=PartStance.UNSURE)
        super().__init__(desk, found, _("A part of me says…"), back="parts", form=f"part:{about or found.plan.id}")
        hint = _("For instance: my heart, the one who worries, my back.")
        self.field("label", LineField(_("What I call this part"), value=self._begun.label, hint=hint))
        stances = [(one.value, _(words)) for one, words in PART_STANCE_WORDS.items()]
        self.field("stance", PickField(_("Where it stands"), stances, value=part.stance.value if part else ""))
        self.field("words", TextField(_("What it says"), value=self._begun.words, lines=2))
        self.field("needs", TextField(_("What would help it"), value=self._begun.needs, lines=1))
        self.choose(_("Keep that"), self.keep, think=_("Not now"))
        self.end()

    def keep(self) -> None:
        """Keep it as it was said."""
        stance = self.fields["stance"].value()
        part = replace(
            self._begun,
            label=self.fields["label"].value(),
            stance=PartStance(stance) if stance else PartStance.NOT_NOW,
            words=self.fields["words"].value(),
            needs=self.fields["needs"].value(),
        )
        told = _("{part} has been heard.").format(part=isolated(part.label.strip()))
        self.do(acts.put_part_voice, self.found.plan.id, part, then=self.leads("parts", told))
