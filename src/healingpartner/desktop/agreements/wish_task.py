"""A wish in the patient's own hand on the turned view: fields that may stay empty, one step, and thanks for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.agreements.giving_back import GivingBack
from healingpartner.desktop.agreements.pages import DonePage
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.field import Field
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


class WishTask(GivingBack):
    """`gives_back`: the patient is done. What was typed is kept as a draft until the wish is kept."""

    def __init__(self, desk: Desk, person_id: str, *, form: str) -> None:
        """`form`: the stable name of its draft."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self.words = TextField(_("What I would like to say, if anything"), lines=3)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.done: DonePage | None = None
        self._kept: dict[str, Any] = {"words": self.words}
        self._draft = DraftKeeper(desk, form, person_id, self._typed, owner=self, voice=Voice.PATIENT)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def lay_out(
        self,
        soft: str,
        choices: Choices,
        go: Callable[[], None],
        *,
        more: Mapping[str, Any],
        asked: Sequence[Field] = (),
    ) -> None:
        """`soft`: what may be counted on; `more`: further fields, kept as a draft; `asked`: ticks below them."""
        self._kept |= more
        page = ScrollPage(self.title(), margin=4)
        parts = (
            TitleLabel(self.title(), level=1),
            PlainLabel(soft),
            *self._kept.values(),
            *asked,
            self.sentence,
            choices,
        )
        for part in parts:
            page.column.addWidget(part)
        page.column.addStretch(1)
        self._stack.addWidget(page)
        choices.goes_on.connect(go)
        choices.thinks.connect(self._think)
        for field in self._kept.values():
            field.changed.connect(self._draft.touch)

    def begin(self) -> None:
        """Begin with words; a draft comes back."""
        self.words.setFocus()
        self._draft.fetch(self._take_draft)

    def flush(self) -> None:
        """Keep what was typed."""
        if self.done is None:
            self._draft.flush()

    def thank(self, title: str, words: str) -> None:
        """The wish is kept: the draft goes, and the screen may be given back."""
        self._draft.drop()
        self.done = DonePage(title, words)
        self.done.gives_back.connect(self.gives_back)
        self._stack.addWidget(self.done)
        self._stack.setCurrentWidget(self.done)
        self.done.begin()
        self.finished.emit()

    def sorry(self, problem: RuleBroken | Refused) -> None:
        """What stood in the way, beside its field where it has one."""
        sentence = problem.sentence if isinstance(problem, RuleBroken) else problem.sentence()
        field = self._kept.get(problem.field) if isinstance(problem, RuleBroken) else None
        if isinstance(field, Field):
            field.say(sentence)
            field.setFocus()
            return
        self.sentence.setText(sentence)
        self.sentence.show()

    def _think(self) -> None:
        self._draft.flush()
        self.gives_back.emit()

    def _typed(self) -> dict[str, Any]:
        return {name: field.value() for name, field in self._kept.items()}

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None:
            for name, field in self._kept.items():
                field.set_value(str(typed.get(name, "")))
