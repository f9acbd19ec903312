"""A way that was negotiated, from the first to the one agreed, with its safety net; and what is here for a rule."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.plans.part_acts import ActRow, short_name
from healingpartner.desktop.plans.place import sentence_of
from healingpartner.desktop.plans.turned.facts import rule_words
from healingpartner.desktop.plans.words import name_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.model import Option
from healingpartner.plans.differing.model import ALTERNATIVE_STATE_WORDS, Alternative, AlternativeState
from healingpartner.plans.differing.thread import Link, Thread
from healingpartner.plans.model import WRITABLE
from healingpartner.plans.versions.model import WholePlan


class ThreadPanel(QWidget):
    """Each way below the one it stands in place of. takes: an alternative's id, and whether it needs no net ·
    sets_aside: an alternative's id.
    """

    takes = Signal(str, bool)
    sets_aside = Signal(str)

    def __init__(self, thread: Thread, found: WholePlan) -> None:
        """`found`: for the names, and for whether the plan can be changed now."""
        super().__init__()
        self.acts: ActRow | None = None
        self.sentence = PlainLabel(tone="warn")
        self.shown = thread
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for number, link in enumerate(thread.links):
            for part in _link(link, found, first=number == 0):
                column.addWidget(part)
        last = thread.links[-1].came_as
        if last is not None and last.state is AlternativeState.PROPOSED and found.plan.state in WRITABLE:
            self.acts = self._ways(last, thread.last.label, found)
            column.addLayout(self.acts)
        self.sentence.hide()
        column.addWidget(self.sentence)

    def say(self, problem: RuleBroken | Refused) -> None:
        """What its safety net still lacks, say."""
        self.sentence.setText(sentence_of(problem))
        self.sentence.show()

    def _ways(self, one: Alternative, label: str, found: WholePlan) -> ActRow:
        """Going this way is the patient's to say; so is that no net is needed."""
        name, row = short_name(found.names.called), ActRow(label)
        row.act(_("{name} goes this way").format(name=name), lambda: self.takes.emit(one.id, False), first=True)
        if not (one.watch_for and one.call_when):
            row.act(_("{name} needs no net").format(name=name), lambda: self.takes.emit(one.id, True))
        row.act(_("{name} sets it aside").format(name=name), lambda: self.sets_aside.emit(one.id))
        return row


class RuleLine(QWidget):
    """Law, not you: said in plain words."""

    def __init__(self, option: Option) -> None:
        """`option`: one that is here for a rule."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Chip(_("Law, not you"), tint="warn", icon="warning"), 0, Qt.AlignmentFlag.AlignTop)
        said = _("{option}: {rule}").format(option=isolated(option.label), rule=rule_words(option.rule))
        row.addWidget(PlainLabel(said), 1)


def _link(link: Link, found: WholePlan, *, first: bool) -> list[QWidget]:
    came = link.came_as
    if came is None or first:
        parts: list[QWidget] = [
            PlainLabel(_("First: {option}").format(option=isolated(link.option.label)), tone="strong")
        ]
    else:
        who = name_of(came.proposed_by, found.names)
        said = _("Then, proposed by {name}: {option}").format(name=who, option=isolated(link.option.label))
        parts = [PlainLabel(said, tone="strong"), *_net(came)]
    for one in link.dissents:
        parts.append(SpeechLabel(one.words, voice=one.by, caption=_("What was said of it")))
    return parts


def _net(came: Alternative) -> list[QWidget]:
    lines = [_(ALTERNATIVE_STATE_WORDS[came.state])]
    if came.changes:
        lines.append(_("What is different: {words}").format(words=isolated(came.changes)))
    if came.no_net_needed and came.state is AlternativeState.TAKEN:
        lines.append(_("The patient said that no safety net is needed."))
    if came.watch_for:
        lines.append(_("What we watch for: {words}").format(words=isolated(came.watch_for)))
    if came.call_when:
        lines.append(_("When to call: {words}").format(words=isolated(came.call_when)))
    if came.review_on is not None:
        lines.append(_("We look at it again on {day}.").format(day=isolated(spoken().date(came.review_on, "long"))))
    return [SpeechLabel("\n".join(lines), voice=Voice.BOTH, caption=_("The safety net"))]
