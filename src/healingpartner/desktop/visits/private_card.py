"""Reflections of the practitioner alone: apart from the record and its copy, with an honest word on what that means."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.visits.doing import Doing, sentence_of
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.visits.notes import own_acts
from healingpartner.visits.notes.own import Private
from healingpartner.visits.notes.views import privates_of

FORM = "visit-private"


class PrivateCard(Card):
    """Closed until it is opened: nothing of it stands in sight while somebody sits beside."""

    def __init__(self, desk: Desk, doing: Doing, person_id: str) -> None:
        """`person_id`: with whom the practitioner works."""
        super().__init__(_("For myself alone"))
        self._doing, self._person_id, self._editing = doing, person_id, ""
        self.draft = DraftKeeper(desk, FORM, person_id, self._typed, owner=self)
        self.open = LinkButton(_("Open my own reflections"), icon="eye-slash")
        self.open.clicked.connect(self.show_all)
        self._inside = QWidget()
        self._inside.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.field = TextField(
            _("What this work does with me"),
            hint=_("It is not part of the note, not in the patient's copy, and no search finds it."),
            lines=3,
        )
        self.field.changed.connect(self.draft.touch)
        self.keep = QuietButton(_("Keep this for myself"))
        self.keep.setProperty("small", True)
        self.keep.clicked.connect(self._keep)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(_shield(), tone="warn"))
        column.addLayout(self._lines)
        column.addWidget(self.field)
        row = FlowLayout()
        row.addWidget(self.keep)
        column.addLayout(row)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._inside)

    def show_all(self) -> None:
        """Open it, with what was being typed."""
        self.open.hide()
        self._inside.show()
        self._ask()
        self.draft.fetch(lambda typed, _seq: self._bring_back(str((typed or {}).get("words", ""))))
        self.field.setFocus()

    def flush(self) -> None:
        """Keep what is being typed."""
        self.draft.flush()

    def _ask(self) -> None:
        self._doing.ask(privates_of, self._person_id, then=self._show)

    def _show(self, privates: tuple[Private, ...]) -> None:
        clear(self._lines)
        for one in privates:
            self._lines.addWidget(PlainLabel(spoken().date(one.written, "long"), tone="small"))
            self._lines.addWidget(PlainLabel(one.words, selectable=True))
            change = LinkButton(_("Write it anew, or empty it"))
            change.clicked.connect(partial(self._change, one))
            self._lines.addWidget(change, 0, Qt.AlignmentFlag.AlignLeading)

    def _typed(self) -> dict[str, str]:
        return {"words": self.field.value()}

    def _bring_back(self, words: str) -> None:
        if words and not self.field.value():
            self.field.set_value(words)

    def _change(self, one: Private) -> None:
        self._editing = one.id
        self.field.set_value(one.words)
        self.field.setFocus()

    def _keep(self) -> None:
        self._doing.do(
            own_acts.reflect, self._person_id, self.field.value(), private_id=self._editing, by=Voice.PRACTITIONER,
            then=lambda _id: self._kept(), sorry=lambda problem: self.field.say(sentence_of(problem)),
        )  # fmt: skip

    def _kept(self) -> None:
        self._editing = ""
        self.field.set_value("")
        self.draft.drop(then=self._ask)


def _shield() -> str:
    """What the law does and does not shield: told as it is, without a promise."""
    return _(
        "Apart does not always mean shielded. In some places the law shields such notes only for those who treat the "
        "mind, and only while they hold no plan, no times, no medicine and no results. Elsewhere a court may ask for "
        "them. Keep here what is yours, and put what is about the care into the note."
    )
