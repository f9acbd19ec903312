"""The card of what the two see differently: said, answered, settled; ways that were negotiated; what a rule asks."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.plans.differ_editor import DifferEditor
from healingpartner.desktop.plans.differing_line import DissentLine
from healingpartner.desktop.plans.differing_thread import RuleLine, ThreadPanel
from healingpartner.desktop.plans.instead_editor import InsteadEditor
from healingpartner.desktop.plans.place import PlanCard, PlanPlace
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.differing import acts
from healingpartner.plans.differing.model import DissentState
from healingpartner.plans.differing.thread import Thread, thread_through
from healingpartner.plans.model import LIVED, WRITABLE
from healingpartner.plans.versions.model import WholePlan


class DifferingCard(PlanCard):
    """Nothing here ever stops a decision; nothing that was said is hidden."""

    def __init__(self, place: PlanPlace) -> None:
        """`place`: the tab it stands on."""
        super().__init__(_("We see this differently"))
        self._place = place
        self._found: WholePlan | None = None
        self._shown: tuple[Any, ...] = ()
        self.lines: dict[str, DissentLine] = {}
        self.threads: list[ThreadPanel] = []
        self.none = PlainLabel(
            _("Nothing so far. Either of you may see it differently; it is kept, and stops nothing."), tone="soft"
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.add, self.instead = QuietButton(_("Write it down"), icon="plus"), QuietButton(_("Propose another way"))
        self.add.clicked.connect(self.differ)
        self.instead.clicked.connect(self.propose)
        self.column.addWidget(self.none)
        self.column.addLayout(self._rows)
        row = FlowLayout(gap=12)
        row.addWidget(self.add)
        row.addWidget(self.instead)
        self.column.addLayout(row)

    def show_plan(self, found: WholePlan) -> None:
        """Everything that was said of it, and what came of it."""
        self._found = found
        contents = found.contents
        open_ = found.plan.state in WRITABLE | LIVED
        ruled = tuple(one for one in contents.options if one.rule is not None)
        self.instead.setVisible(found.plan.state in WRITABLE and bool(contents.options))
        self.setVisible(open_ or bool(contents.dissents))
        shown = (contents.dissents, contents.alternatives, contents.options, found.plan.state, found.names)
        if shown == self._shown:
            return
        self._shown = shown
        self.lines, self.threads = {}, []
        while (item := self._rows.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        for dissent in contents.dissents:
            line = self.lines[dissent.id] = DissentLine(self._place.desk, dissent, found)
            line.answers.connect(self._answer)
            line.settles.connect(self._settle)
            self._rows.addWidget(line)
        threads = threads_of(found)
        if threads:
            self._rows.addWidget(TitleLabel(_("From the first way to the one you go"), level=3))
        for thread in threads:
            panel = ThreadPanel(thread, found)
            panel.takes.connect(partial(self._take, panel))
            panel.sets_aside.connect(partial(self._set_aside, panel))
            self.threads.append(panel)
            self._rows.addWidget(panel)
        for option in ruled:
            self._rows.addWidget(RuleLine(option))
        self.none.setVisible(not contents.dissents and not threads and not ruled)

    def flush(self) -> None:
        """Keep every answer that is being written."""
        for line in self.lines.values():
            line.flush()

    def differ(self) -> None:
        """One side sees it differently: written down in their voice."""
        if self._found is not None:
            self._place.opens(DifferEditor(self._place, self._found))

    def propose(self) -> None:
        """Another way in place of one, with a safety net."""
        if self._found is not None:
            self._place.opens(InsteadEditor(self._place, self._found))

    def _answer(self, dissent_id: str, voice: object, words: str) -> None:
        if isinstance(voice, Voice):
            line = self.lines[dissent_id]
            self._place.do(acts.answer_dissent, dissent_id, words, by=voice, then=line.answered, sorry=line.say)

    def _take(self, panel: ThreadPanel, alternative_id: str, no_net: bool) -> None:
        """The patient said aloud that they go this way."""
        self._place.do(
            acts.take_alternative, alternative_id, no_net_needed=no_net, by=Voice.PATIENT, sorry=panel.say
        )  # fmt: skip

    def _set_aside(self, panel: ThreadPanel, alternative_id: str) -> None:
        self._place.do(acts.set_alternative_aside, alternative_id, by=Voice.PATIENT, sorry=panel.say)

    def _settle(self, dissent_id: str, voice: object, state: object) -> None:
        line = self.lines[dissent_id]
        if not isinstance(voice, Voice):
            return
        if state is DissentState.WITHDRAWN:
            self._place.do(acts.withdraw, dissent_id, by=voice, sorry=line.say)
        else:
            self._place.do(acts.settle, dissent_id, state, by=voice, sorry=line.say)


def threads_of(found: WholePlan) -> tuple[Thread, ...]:
    """Each way that was negotiated, from its first to where it led, once."""
    contents, seen, found_threads = found.contents, set[str](), list[Thread]()
    ways = {one.id: one for one in contents.options}
    for alternative in contents.alternatives:
        option = ways.get(alternative.option_id)
        if option is None or option.id in seen:
            continue
        thread = thread_through(option, contents.options, contents.alternatives, contents.dissents)
        seen |= {link.option.id for link in thread.links}
        if thread.was_negotiated:
            found_threads.append(thread)
    return tuple(found_threads)
