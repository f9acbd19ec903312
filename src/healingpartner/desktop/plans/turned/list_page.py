"""The quiet list: everything the patient may look at and do in this plan, one at a time and in any order."""

from typing import Any

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, PatientButton, QuietButton
from healingpartner.desktop.kit.chip import Tint
from healingpartner.desktop.kit.plain_label import TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.turned.entry import Entry, EntryGrid
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.plans import acts
from healingpartner.plans.decisions.model import Decision, DecisionState
from healingpartner.plans.differing.model import DissentState
from healingpartner.plans.model import LIVED, WRITABLE, PlanState
from healingpartner.plans.parts.model import everyone_on_board, not_on_board
from healingpartner.plans.steps.model import StepState
from healingpartner.plans.versions.model import YES, WholePlan


class ListPage(PlanPage):
    """Nothing in it presses; each line says how it stands."""

    def __init__(self, desk: Desk, found: WholePlan, _about: str) -> None:
        """Only what can be done now is in it."""
        super().__init__(desk, found, found.plan.title, lead=_lead(found), back="")
        self.entries: dict[str, Entry] = {}
        self._grid = EntryGrid()
        self.go_on: PatientButton | None = None
        plan = found.plan
        if plan.matters:
            said = SpeechLabel(plan.matters, voice=Voice.PATIENT, caption=_("What matters to me"), large=True)
            self.add(said)
        if plan.state is PlanState.PAUSED:
            self.go_on = PatientButton(_("Go on with it"), large=True)
            self.go_on.clicked.connect(lambda: self._turn(acts.go_on, _("You go on from where you paused.")))
            self.row(self.go_on)
        parts = (self._mine, self._choosing, self._doing)
        for part in parts[::-1] if plan.state in LIVED else parts:  # what is lived comes before what was chosen
            part()
        self._together()
        self._endings()
        self.end()

    def begin(self, told: str = "") -> None:
        """Begin at the first line."""
        super().begin(told)
        first = next(iter(self.entries.values()), None)
        if first is not None:
            first.setFocus()

    # -- the lines ----------------------------------------------------------------------------------------

    def _mine(self) -> None:
        plan, goals = self.found.plan, self.found.contents.goals
        if plan.state in WRITABLE:
            self._group(_("Mine to say"))
            asked = _("What matters, hopes and fears, what it has to fit into, and what it may cost.")
            self._line("words", _("My own words"), asked)
        elif plan.state in LIVED and goals:
            self._group(_("Mine to say"))
        if plan.state in WRITABLE or (plan.state in LIVED and goals):
            count = len(goals)
            chip = ngettext("{n} goal", "{n} goals", count).format(n=spoken().number(count)) if count else ""
            self._line("goals", _("My goals"), _("What I want, and how near we are."), chip)

    def _choosing(self) -> None:
        contents = self.found.contents
        if not contents.decisions:
            return
        self._group(_("What there is to choose"))
        for one in contents.decisions:
            count = len(contents.options_of(one.id))
            ways = ngettext("{n} way, side by side", "{n} ways, side by side", count).format(n=spoken().number(count))
            chip, tint = _decision_chip(one)
            self._line(f"decision/{one.id}", one.question, ways if count else "", chip, tint)

    def _doing(self) -> None:
        plan, contents = self.found.plan, self.found.contents
        writable, lived = plan.state in WRITABLE, plan.state in LIVED
        if not writable and not lived:
            if any(one.withdrawn is None for one in contents.consents):  # it can be taken back whatever else rests
                self._consents()
            return
        self._group(_("What each of us does"))
        mine = [one for one in contents.steps if Voice.PATIENT in one.owners and one.state is StepState.PROPOSED]
        chip = (
            ngettext("{n} waits for my answer", "{n} wait for my answer", len(mine)).format(
                n=spoken().number(len(mine))
            )
            if mine
            else ""
        )
        self._line(
            "steps", _("The steps"), _("Mine to take on, to change or to set down; yours to see."), chip, "yours"
        )
        if lived:
            self._line("check_in", _("How it went"), _("A few words are enough. Every answer is a good one."))
        self._consents()

    def _consents(self) -> None:
        self._line("consents", _("My yes to a treatment"), _("Each stands for itself. I can take one back at once."))

    def _together(self) -> None:
        plan, parts = self.found.plan, self.found.contents.parts
        self._group(_("Where we stand"))
        if plan.state not in WRITABLE - {PlanState.DRAFT}:
            self._line("read", _("Read our plan"), _("Whole, and in peace."))
        if plan.state not in WRITABLE | LIVED:
            return
        chip, tint = _parts_chip(self.found)
        asked = _("Is there a part of me that sees it differently?") if not parts else ""
        self._line("parts", _("Is every part of me on board?"), asked, chip, tint)
        if plan.state in WRITABLE:
            self._line("draw", _("Draw it"), _("A picture says some things better."))
        if plan.state in WRITABLE - {PlanState.DRAFT}:
            given = next((one for one in self.found.acknowledgements if one.voice is Voice.PATIENT), None)
            chip, tint = (_("I said yes"), "ours") if given is not None and given.way in YES else ("", "plain")
            self._line("acknowledge", _("Read it all, and say yes or not now"), "", chip, tint)
        self._differing()

    def _differing(self) -> None:
        said = self.found.contents.dissents
        waits = [one for one in said if one.by is Voice.PRACTITIONER and one.state is DissentState.OPEN]
        if not said:
            self._line("differ/plan", _("I see something differently"), _("It is kept, shown and respected."))
            return
        chip = _("{name} waits for my answer").format(name=self.practitioner) if waits else ""
        self._line("dissents", _("We see this differently"), _("It is kept, shown and respected."), chip, "mine")

    def _endings(self) -> None:
        plan = self.found.plan
        done = PatientButton(_("Give the screen back"), large=True) if self.go_on is None else None
        buttons: list[Any] = []
        if plan.state in LIVED - {PlanState.REVIEWING}:
            rework = QuietButton(_("Rework it together"), icon="users-three", large=True)
            rework.clicked.connect(lambda: self._turn(acts.rework, _("Now every word of it can change.")))
            buttons.append(rework)
        if plan.state not in {PlanState.PAUSED, PlanState.RELEASED}:
            pause = LinkButton(_("Pause this plan"), icon="pause")
            pause.clicked.connect(lambda: self._turn(acts.pause, _("It rests now. Nobody asks why.")))
            buttons.append(pause)
        if plan.state is PlanState.RELEASED:
            again = QuietButton(_("Take it up again"), large=True)
            again.clicked.connect(lambda: self._turn(acts.take_up_again, _("It is here again.")))
            buttons.append(again)
        else:
            release = LinkButton(_("Let this plan go"))
            release.clicked.connect(lambda: self._turn(acts.release, _("It is let go. The door stays open.")))
            buttons.append(release)
        if done is not None:
            done.clicked.connect(self.gives_back)
            buttons.insert(0, done)
        self.row(*buttons)

    # -- inside -------------------------------------------------------------------------------------------

    def _group(self, words: str) -> None:
        self.add(TitleLabel(words, level=3))
        self._grid = EntryGrid()
        self.add(self._grid)

    def _line(self, place: str, title: str, words: str = "", chip: str = "", tint: Tint = "plain") -> None:
        entry = self.entries[place] = Entry(place, title, words, chip=chip, tint=tint)
        entry.clicked.connect(lambda: self.goes.emit(place))
        self._grid.add(entry)

    def _turn(self, act: Any, told: str) -> None:
        self.do(act, self.found.plan.id, then=self.leads(LIST, told))


def _lead(found: WholePlan) -> str:
    if found.plan.state is PlanState.PAUSED:
        return _("This plan is paused. Nothing is lost, and nothing waits.")
    if found.plan.state is PlanState.RELEASED:
        return _("This plan was let go. You can read it, and take it up again at any time.")
    return _("Choose what you would like to look at. One at a time, in any order; all of it can wait.")


def _decision_chip(one: Decision) -> tuple[str, Tint]:
    if one.state is DecisionState.DECIDED:
        return _("Decided"), "ours"
    if one.state is DecisionState.HANDED_OVER:
        return _("Given to the practitioner to decide"), "mine"
    if one.decide_by is not None:
        return _("by {day}").format(day=isolated(spoken().partial_date(one.decide_by))), "plain"
    return "", "plain"


def _parts_chip(found: WholePlan) -> tuple[str, Tint]:
    parts = found.contents.parts
    if not parts:
        return _("Not asked yet"), "plain"
    if everyone_on_board(parts):
        return _("Every part is on board"), "ours"
    return (_("Not every part is on board"), "yours") if not_on_board(parts) else (_("Not sure yet"), "plain")
