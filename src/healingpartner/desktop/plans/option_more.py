"""Everything that is known of an option, below its card: what it asks, helps and harms, numbers, sources, courses."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.people.fact import Fact
from healingpartner.desktop.people.field_grid import FieldGrid
from healingpartner.desktop.plans.estimate_view import EstimateView
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.grid import cost_words
from healingpartner.plans.decisions.model import (
    ASKS_WORDS,
    DIRECTION_WORDS,
    EVIDENCE_WORDS,
    OPTION_KIND_WORDS,
    REVERSIBLE_WORDS,
    STANCE_WORDS,
    Evidence,
    Option,
)
from healingpartner.plans.ruling import RULE_WORDS
from healingpartner.plans.versions.model import Names


class OptionMore(QWidget):
    """What is not said is left out; nothing here is judged."""

    def __init__(self, option: Option, names: Names) -> None:
        """`names`: how the two are called."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 6)
        self._column.setSpacing(12)
        if option.rule is not None:
            said = _("This is here for a rule, not because of you.")
            parts = (said, f"{_(RULE_WORDS[option.rule.kind])}.", option.rule.words)
            self._column.addWidget(PlainLabel(" ".join(part for part in parts if part), tone="warn"))
        self._facts(option)
        self._theirs(option, names)
        if option.estimates:
            self._column.addWidget(TitleLabel(_("In numbers"), level=3))
        for estimate in option.estimates:
            self._column.addWidget(EstimateView(estimate, names.called))
        if option.evidence:
            self._column.addWidget(TitleLabel(_("Where this comes from"), level=3))
        for one in option.evidence:
            self._column.addWidget(PlainLabel(evidence_words(one), selectable=True))

    def _facts(self, option: Option) -> None:
        leaning = "" if option.leaning is None else _(STANCE_WORDS[option.leaning.stance])
        courses = option.courses
        grid = FieldGrid()
        for label, words in (
            (_("What sort of way"), _(OPTION_KIND_WORDS[option.kind])),
            (_("What it involves"), option.involves),
            (_("How it may help"), option.helps),
            (_("How it may harm"), option.harms),
            (
                _("What it takes"),
                "\n".join(
                    part for part in ("" if option.asks is None else _(ASKS_WORDS[option.asks]), option.effort) if part
                ),
            ),
            (_("Take care"), option.cautions),
            (_("Can it be undone?"), _(REVERSIBLE_WORDS[option.reversible])),
            (_("What it costs"), cost_words(option.cost)),
            (_("About the cost"), "" if option.cost is None else option.cost.note),
            (_("Where the practitioner leans"), leaning),
            (_("If we wait"), option.if_i_wait),
            (_("If it goes best"), courses.best),
            (_("Most likely"), courses.likely),
            (_("If it is hard"), courses.hard),
            *((label, _("{n} of 10").format(n=spoken().number(said))) for label, said in _rulers(option)),
        ):
            if words:
                grid.add(Fact(label, words))
        self._column.addWidget(grid)

    def _theirs(self, option: Option, names: Names) -> None:
        felt = option.felt
        parts = [_(DIRECTION_WORDS[felt.direction])] if felt.direction is not None else []
        parts += [words for words in (felt.ready_why, felt.sure_why) if words]
        if parts:
            caption = _("What {name} says").format(name=isolated(names.called))
            self._column.addWidget(SpeechLabel("\n".join(parts), caption=caption))


def _rulers(option: Option) -> list[tuple[str, int]]:
    felt = option.felt
    asked = (
        (_("How much the patient would like it"), felt.preference), (_("How ready the patient is"), felt.ready),
        (_("How sure the patient is"), felt.sure),
    )  # fmt: skip
    return [(label, said) for label, said in asked if said is not None]


def evidence_words(one: Evidence) -> str:
    """What is known, of which kind, from where and from when."""
    parts = [f"{_(EVIDENCE_WORDS[one.kind])}: {isolated(one.words)}"]
    if one.source:
        parts.append(_("From: {source}.").format(source=isolated(one.source)))
    if one.dated is not None:
        parts.append(spoken().partial_date(one.dated))
    return " ".join(parts)
