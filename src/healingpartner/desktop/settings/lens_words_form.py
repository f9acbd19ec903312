"""The form for own words to look at: the words, why, one to three others, where, and how much it matters."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.field import Field, LineField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notices import sentence_of
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import N_, _
from healingpartner.language.lens.entries import Level, Where
from healingpartner.language.lens.own import MOST_OTHERS
from healingpartner.people.lens_words.model import WordsAsked

WHERE_WORDS = {Where.NOTES: N_("Notes"), Where.LETTERS: N_("Letters and handouts"), Where.PLANS: N_("Plans")}
LEVEL_WORDS = {Level.INFO: N_("Point at them, with dots"), Level.AMBER: N_("They matter much, with waves")}


class LensWordsForm(QWidget):
    """keeps: keep what is written. leaves: nothing is kept. typed_on: at every change by hand."""

    keeps = Signal()
    leaves = Signal()
    typed_on = Signal()

    def __init__(self) -> None:
        """Empty, for new words."""
        super().__init__()
        self.words = LineField(
            _("Words to look at"),
            hint=_("As they stand in a text. “case/cases” is either of the two; “bad ..2 nerves” lets two between."),
        )
        self.reason = LineField(_("Why"), hint=_("Shown beside the words. May stay empty."))
        self.others = [LineField(words) for words in (_("Say instead"), _("Or this"), _("Or that"))]
        self.where = {one: CheckField(_(words), value=True) for one, words in WHERE_WORDS.items()}
        levels = [(one.value, _(words)) for one, words in LEVEL_WORDS.items()]
        self.level = ChoiceField(_("How much they matter"), levels, value=Level.INFO.value)
        self.keep_button = QuietButton(_("Keep these words"), icon="check")
        self.leave_link = LinkButton(_("Leave without keeping"))
        self._beside_where = PlainLabel(tone="warn")
        self.sentence = PlainLabel(tone="warn")
        self._lay_out()
        self.say(None)
        self.keep_button.clicked.connect(self.keeps)
        self.leave_link.clicked.connect(self.leaves)

    def asked(self, language: str) -> WordsAsked:
        """What stands there, for the list of `language`."""
        return WordsAsked(
            language=language,
            words=self.words.value(),
            instead=tuple(field.value() for field in self.others),
            reason=self.reason.value(),
            level=self.level.value(),
            where=tuple(one.value for one, tick in self.where.items() if tick.value()),
        )

    def show_asked(self, asked: WordsAsked | None) -> None:
        """Words that were kept; None for new ones."""
        given = asked or WordsAsked(language="", words="", instead=())
        self.set_typed(
            {"words": given.words, "reason": given.reason, "level": given.level, "instead": list(given.instead),
             "where": list(given.where)}
        )  # fmt: skip

    def typed(self) -> dict[str, Any]:
        """All of it for the draft."""
        asked = self.asked("")
        return {
            "words": asked.words, "reason": asked.reason, "level": asked.level, "instead": list(asked.instead),
            "where": list(asked.where),
        }  # fmt: skip

    def set_typed(self, typed: Mapping[str, Any]) -> None:
        """Back as it was typed."""
        self.words.set_value(str(typed.get("words", "")))
        self.reason.set_value(str(typed.get("reason", "")))
        self.level.set_value(str(typed.get("level", Level.INFO.value)))
        others = [str(one) for one in typed.get("instead", ())][:MOST_OTHERS]
        for field, words in zip(self.others, (*others, *[""] * MOST_OTHERS), strict=False):
            field.set_value(words)
        for one, tick in self.where.items():
            tick.set_value(one.value in typed.get("where", ()))
        self.say(None)

    def say(self, problem: RuleBroken | Refused | None) -> None:
        """Why it could not be kept, beside the part it is about; all that is typed stays."""
        fields: dict[str, Field] = {
            "words": self.words, "reason": self.reason, "instead": self.others[0], "level": self.level,
        }  # fmt: skip
        for field in fields.values():
            field.say("")
        name = problem.field if isinstance(problem, RuleBroken) else ""
        sentence = "" if problem is None else sentence_of(problem)
        if name in fields:
            fields[name].say(sentence)
            fields[name].setFocus()
        for label, is_here in ((self._beside_where, name == "where"), (self.sentence, name not in (*fields, "where"))):
            label.setText(sentence if is_here else "")
            label.setVisible(is_here and bool(sentence))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        for part in (self.words, self.reason, *self.others):
            column.addWidget(part)
        column.addWidget(PlainLabel(_("Where to look for them"), tone="label"))
        places = FlowLayout(gap=20)
        for tick in self.where.values():
            places.addWidget(tick)
        column.addLayout(places)
        column.addWidget(self._beside_where)
        column.addWidget(self.level)
        column.addWidget(self.sentence)
        row = FlowLayout(gap=10)
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_link)
        column.addLayout(row)
        for field in (self.words, self.reason, *self.others, *self.where.values(), self.level):
            field.changed.connect(self.typed_on)
