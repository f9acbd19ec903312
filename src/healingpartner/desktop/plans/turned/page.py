"""What every page of the plan has in common on the turned view: a title, fields with a draft, and where it leads."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from healingpartner.desktop.agreements.choices import Choices
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.foundation.words import _
from healingpartner.plans.versions.model import WholePlan

LIST = "list"


class PlanPage(QWidget):
    """goes: to a place with nothing kept · kept: something was, and a place follows with a sentence on top ·
    thanked: title and words of a page of thanks · gives_back: the patient is done.
    """

    goes = Signal(str)
    kept = Signal(str, str)
    thanked = Signal(str, str)
    gives_back = Signal()

    def __init__(
        self, desk: Desk, found: WholePlan, title: str, *, lead: str = "", back: str = LIST, form: str = ""
    ) -> None:
        """`lead`: a soft sentence below the title; `back`: where the way back leads; `form`: a stable name of the
        draft, with the id of what it is about after a colon, or "" where nothing is typed.
        """
        super().__init__()
        self.desk, self.found, self.back = desk, found, back
        self.names = found.names
        self.practitioner = isolated(found.names.practitioner)
        self.fields: dict[str, Any] = {}
        self._was: dict[str, Any] = {}
        self._title = title
        self.page = ScrollPage(title, margin=4)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = self.page.column
        self.column.setSpacing(14)
        self.told = Chip(" ", tint="ours", icon="check")
        self.sentence = PlainLabel(tone="warn")
        self.newer = PlainLabel(tone="soft")
        self.back_link = LinkButton(_("Back"), icon="arrow-left")
        self.back_link.clicked.connect(lambda: self.goes.emit(self.back))
        self.choices: Choices | None = None
        if back:
            self.row(self.back_link)
        self.row(self.told)
        self.column.addWidget(TitleLabel(title, level=1))
        if lead:
            self.column.addWidget(PlainLabel(lead, tone="soft"))
        for part in (self.told, self.sentence, self.newer):
            part.hide()
        self.column.addWidget(self.newer)
        name, _colon, about = form.partition(":")
        self._draft: DraftKeeper | None = None
        if name:
            about = about or found.plan.id
            self._draft = DraftKeeper(
                desk, f"plans.turned.{name}", about, self._kept_draft, owner=self, voice=Voice.PATIENT
            )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    def title(self) -> str:
        """What stands on top."""
        return self._title

    # -- building ---------------------------------------------------------------------------------------

    def add(self, part: QWidget | QLayout) -> None:
        """One more part below."""
        if isinstance(part, QLayout):
            self.column.addLayout(part)
        else:
            self.column.addWidget(part)

    def field(self, name: str, field: Any, *, shown: bool = True) -> Any:
        """A field of the model by its name: its rule's sentence will stand beside it, and a draft keeps it."""
        self.fields[name] = field
        field.changed.connect(self._touch)
        if shown:
            self.column.addWidget(field)
        return field

    def row(self, *buttons: QWidget) -> None:
        """Buttons beside each other, as many as fit."""
        line = FlowLayout(gap=12)
        for button in buttons:
            line.addWidget(button)
        self.column.addLayout(line)

    def choose(self, words: str, act: Callable[[], object], *, think: str = "", thinks: str = "") -> Choices:
        """The two ways at the foot, equally large. `thinks`: where the way that waits leads; the list otherwise."""
        self.choices = Choices(words, think=think)
        self.choices.goes_on.connect(act)
        self.choices.thinks.connect(lambda: self._think(thinks or self.back or LIST))
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.choices)
        return self.choices

    def end(self) -> None:
        """Nothing more comes below."""
        if self.choices is None:
            self.column.addWidget(self.sentence)
        self.column.addStretch(1)
        self._was = self.typed()

    # -- what the task asks -------------------------------------------------------------------------------

    def begin(self, told: str = "") -> None:
        """In sight: say what was kept before, bring back a draft, begin where one begins."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        if told:
            announce(self, told)
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.setFocus()
        QTimer.singleShot(0, self.page, lambda: self.page.verticalScrollBar().setValue(0))
        if self._draft is not None:
            self._draft.fetch(self._take_draft)

    def flush(self) -> None:
        """Keep what was typed."""
        if self._draft is not None:
            self._draft.flush()

    def typed(self) -> dict[str, Any]:
        """Everything as it stands in the fields."""
        return {name: field.value() for name, field in self.fields.items()}

    # -- acting -----------------------------------------------------------------------------------------

    def do(
        self, act: Any, *args: Any, then: Callable[[Any], None], sorry: Callable[[Any], None] | None = None, **more: Any
    ) -> None:
        """Do an act as the patient's, by the patient's hand."""
        self.say("")
        self.desk.runner.do(
            act, *args, by=Voice.PATIENT, hand=ON_THE_TURNED_VIEW, owner=self, then=then, sorry=sorry or self.sorry,
            **more,
        )  # fmt: skip

    def leads(self, place: str, told: str = "") -> Callable[[Any], None]:
        """For `then`: the draft goes, and this place follows with this sentence."""
        return partial(self._lead, place, told)

    def sorry(self, problem: RuleBroken | Refused) -> None:
        """Show a rule's sentence beside its field, anything else below; nothing typed is lost."""
        if isinstance(problem, Refused):
            self.say(problem.sentence())
            return
        field = self.fields.get(problem.field)
        if field is None:
            self.say(problem.sentence)
            return
        field.say(problem.sentence)
        field.setFocus()

    def say(self, sentence: str) -> None:
        """One sentence at the foot, or none."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def drop_draft(self) -> None:
        """What was typed is kept now."""
        if self._draft is not None:
            self._draft.drop()

    # -- inside -----------------------------------------------------------------------------------------

    def _lead(self, place: str, told: str, _result: object = None) -> None:
        self.drop_draft()
        self.kept.emit(place, told)

    def _think(self, place: str) -> None:
        self.flush()
        self.goes.emit(place)

    def _touch(self) -> None:
        if self._draft is not None:
            self._draft.touch()

    def _kept_draft(self) -> dict[str, Any]:
        return {"fields": self.typed(), "was": self._was}

    def _take_draft(self, kept: dict[str, Any] | None, _began_from: int) -> None:
        typed = None if kept is None else kept.get("fields")
        if kept is None or not isinstance(typed, dict):
            return
        for name, field in self.fields.items():
            if name in typed:
                field.set_value(typed[name])
        self.after_draft()
        self.newer.setText(
            _("What you wrote before stands here again.")
            if kept.get("was") == self._was
            else _("What you wrote before stands here again. The plan has changed since; please look at it once more.")
        )
        self.newer.show()

    def after_draft(self) -> None:
        """A draft has come back: show or hide what depends on it."""
