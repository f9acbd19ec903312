"""What the tab shows of one agreement as it stands: the way on, talking it over, verifying, the text, and beside it."""

from dataclasses import replace
from typing import Protocol

from healingpartner.agreements.marks import Text
from healingpartner.agreements.model import OPEN_STATES
from healingpartner.agreements.negotiation.model import has_unwritten
from healingpartner.agreements.practising.acts import not_yet_where_practising
from healingpartner.agreements.practising.views import adopted
from healingpartner.agreements.views import PersonAgreement
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.answers import FIELDS
from healingpartner.desktop.agreements.beside_cards import BesideCards
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.plain_words import PlainSwitch
from healingpartner.desktop.agreements.standing import StandingCard
from healingpartner.desktop.agreements.talk import Talk
from healingpartner.desktop.agreements.talk_card import TalkCard
from healingpartner.desktop.agreements.text import AgreementText
from healingpartner.desktop.agreements.typed import TypedAnswers
from healingpartner.desktop.agreements.verified import VerifiedCard
from healingpartner.desktop.agreements.words import waits_for_patient
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import AT_THE_DESK, Voice
from healingpartner.foundation.words import _


class Acts(Protocol):
    """What can be asked for from this page; the tab does it."""

    def offer(self) -> None: ...
    def turn(self) -> None: ...
    def sign(self) -> None: ...
    def bring_back(self) -> None: ...
    def think(self) -> None: ...
    def think_no_longer(self) -> None: ...
    def withdraw(self) -> None: ...
    def talk_over_again(self) -> None: ...
    def compare(self) -> None: ...
    def recall(self) -> None: ...
    def choose(self) -> None: ...
    def ask_again(self) -> None: ...
    def turn_to(self, task: GivingBack) -> None: ...


class AgreementPage(ScrollPage):
    """Made anew whenever more than what both say differs; `show_points` brings that alone."""

    def __init__(
        self,
        desk: Desk,
        found: PersonAgreement,
        tab: Acts,
        *,
        standing: StandingCard,
        wording: Wording,
        typing: TypedAnswers,
        plain_on: bool,
    ) -> None:
        """`standing`: the card on top; `wording`: what would be offered; `typing`: keeps what is typed in the text."""
        super().__init__(_("Agreement"), margin=4)
        self._desk, self.found, self._typing, self.plain_on = desk, found, typing, plain_on
        self.standing = standing
        self.verified: VerifiedCard | None = None
        self.text: AgreementText | None = None
        self.talking: TalkCard | None = None
        self.talk: Talk | None = None
        self.plain: PlainSwitch | None = None
        self._wire(tab)
        self.column.addWidget(standing)
        if found.agreement is not None and found.state in OPEN_STATES and found.version is not None:
            self._add_talk(tab, found.agreement.id)
        if found.agreement is not None:
            self.verified = VerifiedCard(desk, found)
            self.column.addWidget(self.verified)
        self.cards = BesideCards(desk, found, talks=tab.ask_again, turns=tab.turn_to)
        if self.cards.renewal is not None:
            self.column.addWidget(self.cards.renewal)
        self._add_text(wording)
        self.column.addWidget(self.cards)
        self.column.addStretch(1)

    def stays_for(self, found: PersonAgreement) -> bool:
        """Whether only what both say differs: the page then stays, with what is being typed in it."""
        if self.text is None:
            return False
        same_turn = waits_for_patient(self.found) == waits_for_patient(found)
        return same_turn and replace(self.found, points=()) == replace(found, points=())

    def show_points(self, found: PersonAgreement) -> None:
        """What both say now."""
        self.found = found
        if self.text is not None:
            self.text.show_points(found.points)
        if self.talking is not None:
            self.talking.show_found(found)

    def may_sign(self) -> bool:
        """Whether the text says what both said; when not, the talking card says what comes first."""
        version = self.found.version
        if version is None or self.talking is None or not has_unwritten(version.body, self.found.points):
            return version is not None
        self.talking.say(_("The text does not say yet what you two said. Make the changed text, then sign."))
        return False

    def flush(self) -> None:
        """Keep what is being typed in any card."""
        self.cards.flush()

    # -- inside -------------------------------------------------------------------------------------

    def _wire(self, tab: Acts) -> None:
        card = self.standing
        for signal, act in (
            (card.chooses, tab.choose),
            (card.offers, tab.offer),
            (card.turns, tab.turn),
            (card.signs, tab.sign),
            (card.brings_back, tab.bring_back),
            (card.thinks, tab.think),
            (card.has_thought, tab.think_no_longer),
            (card.withdraws, tab.withdraw),
            (card.talks_again, tab.talk_over_again),
        ):
            signal.connect(act)

    def _add_talk(self, tab: Acts, agreement_id: str) -> None:
        talk = self.talk = Talk(self._desk, agreement_id, by=Voice.PRACTITIONER, hand=AT_THE_DESK, owner=self)
        talk.kept.connect(self._kept)
        talk.not_kept.connect(self._not_kept)
        talking = self.talking = TalkCard(self.found)
        talking.agrees_with_all.connect(talk.agree_with_all)
        talking.makes_text.connect(talk.make_changed_text)
        talking.compares.connect(tab.compare)
        talking.jumps.connect(self._jump)
        talking.recalls.connect(tab.recall)
        talking.practises.connect(
            lambda: self._desk.runner.do(not_yet_where_practising, agreement_id, by=Voice.PRACTITIONER, owner=self)
        )
        self._desk.runner.ask(adopted, owner=self, then=talking.show_adopted)
        self.column.addWidget(talking)

    def _kept(self, commitment_id: str) -> None:
        card = None if self.text is None else self.text.card(commitment_id)
        if card is not None and card.bar is not None:
            card.bar.kept()
        self._typing.keep_soon()

    def _not_kept(self, commitment_id: str, problem: RuleBroken | Refused) -> None:
        card = None if self.text is None else self.text.card(commitment_id)
        if card is not None and isinstance(problem, RuleBroken) and problem.field in FIELDS:
            card.say(problem)
        elif self.talking is not None:
            self.talking.say(problem.sentence if isinstance(problem, RuleBroken) else problem.sentence())

    def _jump(self, commitment_id: str) -> None:
        card = None if self.text is None else self.text.card(commitment_id)
        if card is not None:
            card.setFocus()
            self.ensureWidgetVisible(card, 0, 40)

    def _add_text(self, wording: Wording) -> None:
        found = self.found
        if found.version is not None:
            answering = Voice.PRACTITIONER if self.talk is not None else None
            self.text = AgreementText(found.version.body, points=found.points, names=found.names, answering=answering)
            if self.talk is not None:
                self.text.answered.connect(self.talk.answer)
            self.plain = PlainSwitch(found.version.wording, on=self.plain_on)
            self.plain.switched.connect(self._show_plain)
            self._show_plain(self.plain.on())
            self.column.addWidget(self.plain)
            self.column.addWidget(self.text)
            if self.talk is not None:
                self._typing.follow(self.text, found.version.agreement_id)
        elif found.agreement is not None:
            gone = _("The words of this agreement cannot be read any more. A backup may hold them.")
            self.column.addWidget(PlainLabel(gone, tone="warn"))
        else:
            self.column.addWidget(AgreementText(Text(wording=wording)))

    def _show_plain(self, shown: bool) -> None:
        self.plain_on = shown
        if self.text is not None:
            self.text.show_plain(shown)
