"""What the patient tells in their own hand on the turned view: what they bring, how they are, what they ask."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.visits.check_in_card import SideCheckIn
from healingpartner.desktop.visits.own_hand import OwnHandTask
from healingpartner.desktop.visits.said_list import SaidList
from healingpartner.desktop.visits.say_field import SayField
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.visits import acts
from healingpartner.visits.model import Felt, Moment, WordKind
from healingpartner.visits.views import VisitInFull, visit_in_full

FORM = "visit-own-words"


class ArrivingTask(OwnHandTask):
    """Coming or going: what is typed is kept as a draft, and nothing has to be filled in."""

    def __init__(self, desk: Desk, visit_id: str, moment: Moment) -> None:
        """`moment`: whether the patient comes or goes."""
        self._id, self._moment = visit_id, moment
        super().__init__(desk, _("That is all for now"))
        arriving = moment is Moment.ARRIVING
        self.brings = SayField(
            _("What I would like to talk about"), keep=_("Put it on the list"), voice=Voice.PATIENT, lines=2
        )
        self.asks = SayField(_("What I would like to ask"), keep=_("Keep my question"), voice=Voice.PATIENT, lines=2)
        self.side = SideCheckIn(Voice.PATIENT, _("How I come") if arriving else _("How I go"))
        self.lists = {"brings": SaidList(), "asks": SaidList()}
        self.draft = DraftKeeper(desk, f"{FORM}-{moment.value}", visit_id, self._typed, owner=self, voice=Voice.PATIENT)
        for field in (self.brings, self.asks):
            field.typed_on.connect(self.draft.touch)
        self.brings.said.connect(self._bring)
        self.asks.said.connect(self._ask)
        self.side.told.connect(self._tell)
        self.choices.goes_on.connect(self._finish)
        self._shown = False

    def title(self) -> str:
        """What stands on top."""
        return _("Before we begin") if self._moment is Moment.ARRIVING else _("Before you go")

    def begin(self) -> None:
        """Ask for what stands already."""
        self.doing.ask(visit_in_full, self._id, then=self._show)

    def flush(self) -> None:
        """Keep what is being typed."""
        self.draft.flush()

    def _show(self, found: VisitInFull) -> None:
        if self._shown:
            return
        self._shown = True
        column, arriving = self.page.column, self._moment is Moment.ARRIVING
        column.addWidget(TitleLabel(self.title(), level=1))
        column.addWidget(PlainLabel(_("Leave out whatever you like. You can say it aloud, too."), tone="soft"))
        if arriving:
            mine = [one.words for one in found.of_kind(WordKind.AGENDA) if one.voice is Voice.PATIENT]
            self.lists["brings"].show_words(mine)
            column.addWidget(self.lists["brings"])
            column.addWidget(self.brings)
        self.side.show_told(found.visit.check_in(Voice.PATIENT, self._moment))
        column.addWidget(self.side)
        open_ones = [one for one in found.questions if one.answered is None and one.asked_by is Voice.PATIENT]
        self.lists["asks"].show_words([one.words for one in open_ones])
        column.addWidget(self.lists["asks"])
        column.addWidget(self.asks)
        column.addWidget(self.choices)
        column.addStretch(1)
        self.draft.fetch(lambda typed, _seq: self._take_draft(typed or {}))
        (self.brings if arriving else next(iter(self.side.buttons.values()))).setFocus()

    def _typed(self) -> dict[str, str]:
        return {"brings": self.brings.field.value(), "asks": self.asks.field.value()}

    def _take_draft(self, typed: dict[str, object]) -> None:
        self.brings.bring_back(typed.get("brings"))
        self.asks.bring_back(typed.get("asks"))

    def _bring(self, words: str) -> None:
        self.doing.do(
            acts.say, self._id, WordKind.AGENDA, words, by=Voice.PATIENT,
            then=lambda _id: self._kept("brings", self.brings, words), sorry=self.brings.say,
        )  # fmt: skip

    def _ask(self, words: str) -> None:
        self.doing.do(
            acts.ask, self._id, words, by=Voice.PATIENT,
            then=lambda _id: self._kept("asks", self.asks, words), sorry=self.asks.say,
        )  # fmt: skip

    def _kept(self, name: str, field: SayField, words: str) -> None:
        self.lists[name].add(words)
        field.clear()
        self.draft.touch()

    def _tell(self, felt: Felt, level: int | None) -> None:
        self.doing.do(acts.check_in, self._id, self._moment, felt, level, by=Voice.PATIENT)

    def _finish(self) -> None:
        """What still stands in a field is kept first."""
        for field in (self.brings, self.asks):
            field.give()
        self.thank(_("Everything is kept as you said it."))
