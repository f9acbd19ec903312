"""A place to write: which kind, whose words, and the words; nothing is shared before the button is pressed.

A thank-you is as near as a let-down. A hard thing is offered first, and nothing of it stands here before the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.journal.words import ICONS
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _
from healingpartner.journal.model import HARD_WAY_WORDS, KIND_WORDS, HardOffer, HardWay, Kind
from healingpartner.journal.views import Names

FIRST: Mapping[Kind, str] = {
    Kind.THANKS: N_("Thank you"),
    Kind.LET_DOWN: N_("Let down"),
    Kind.MEANING: N_("Meaning"),
    Kind.QUESTION: N_("Question"),
}
PICTURED = frozenset({Kind.MEANING, Kind.LEARNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is to be shared. picture: a file to take in, or None; on_paper: it was written by hand and is typed in."""

    kind: Kind
    voice: Voice
    words: str
    offer_id: str
    picture: Path | None
    on_paper: bool


class Composer(Card):
    """shares: a `Written`. offers: there is a hard thing. answers_offer: (offer id, way).

    unsaid: what was typed is really deleted. typed_on: at every key.
    """

    shares = Signal(object)
    offers = Signal()
    answers_offer = Signal(str, object)
    unsaid = Signal()
    typed_on = Signal()

    def __init__(self, names: Names) -> None:
        """Closed until a kind is chosen."""
        super().__init__()
        self._names = names
        self._offer: HardOffer | None = None
        self.kinds: dict[Kind, QuietButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._first, self._others = FlowLayout(gap=8), FlowLayout(gap=8)
        for kind in (*FIRST, *(one for one in Kind if one not in FIRST)):
            button = QuietButton(_(FIRST.get(kind, KIND_WORDS[kind])), icon=ICONS[kind.value])
            short, whole = button.text(), _(KIND_WORDS[kind])
            button.setAccessibleName(whole if short == whole else _("{act}: {what}").format(act=short, what=whole))
            button.setCheckable(True)
            button.setVisible(kind in FIRST)
            button.clicked.connect(lambda _on=False, kind=kind: self.choose(kind))
            self.kinds[kind] = button
            (self._first if kind in FIRST else self._others).addWidget(button)
        self.more_link = LinkButton(_("More kinds"))
        self.more_link.clicked.connect(self.show_all)
        self._first.addWidget(self.more_link)
        self.side = SideChoice(_("Whose words they are"), names.called)
        self.field = TextField(_("The words"), lines=3)
        self.picture: Path | None = None
        self.picture_link = LinkButton(_("Add a picture"), icon="image")
        self._picture_name = PlainLabel(tone="soft")
        self.on_paper = CheckField(_("It was written on paper, and I type it in"))
        self._hint = PlainLabel(tone="soft")
        self._what = PlainLabel(tone="strong")
        self.offer_button = QuietButton(_("Ask how it may be told"))
        self._ways = FlowLayout(gap=8)
        self.share_button = PrimaryButton(_("Share it"))
        self.unsay_link = LinkButton(_("Unsay it"))
        self._lay_out()
        self.side.changed.connect(self.typed_on)
        self.field.changed.connect(self.typed_on)
        self.offer_button.clicked.connect(self.offers)
        self.share_button.clicked.connect(self.give)
        self.unsay_link.clicked.connect(self.unsay)
        self.picture_link.clicked.connect(self.choose_picture)
        self._show()

    def kind(self) -> Kind | None:
        """The kind that is chosen."""
        return next((kind for kind, button in self.kinds.items() if button.isChecked()), None)

    def choose(self, kind: Kind) -> None:
        """Write an entry of this kind; once more closes it, and keeps the words as a draft."""
        on = self.kinds[kind].isChecked()
        for other, button in self.kinds.items():
            button.setChecked(on and other is kind)
        self._show()
        self.typed_on.emit()
        if on:
            (self.field if self.field.isVisibleTo(self) else self.offer_button).setFocus()

    def show_all(self) -> None:
        """Every kind there is."""
        for button in self.kinds.values():
            button.show()
        self.more_link.hide()

    def show_offer(self, offer: HardOffer | None) -> None:
        """The hard thing that is offered and not told yet, or None."""
        self._offer = offer
        self._show()

    def typed(self) -> dict[str, Any]:
        """What stands there, for a draft; nothing where no word is written."""
        kind = self.kind()
        if not self.field.value().strip():
            return {}
        return {"kind": "" if kind is None else kind.value, "side": self.side.value(), "words": self.field.value()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """What was typed before."""
        given = str(typed.get("kind", ""))
        for kind, button in self.kinds.items():
            button.setChecked(kind.value == given)
        if given and given not in FIRST:
            self.show_all()
        self.side.set_value(str(typed.get("side", "")))
        self.field.set_value(str(typed.get("words", "")))
        self._show()

    def give(self) -> None:
        """Hand over what is written, or say what is missing."""
        kind, voice = self.kind(), self.side.voice()
        if kind is not None and voice is not None:
            self.shares.emit(
                Written(
                    kind=kind, voice=voice, words=self.field.value(), on_paper=self.on_paper.value(),
                    offer_id=self._offer.id if self._offer and kind is Kind.HARD else "",
                    picture=self.picture if kind in PICTURED else None,
                )
            )  # fmt: skip

    def choose_picture(self) -> None:
        """Ask which file, or leave the chosen one out again."""
        if self.picture is not None:
            self.take_picture(None)
            return
        kinds = _("Pictures ({kinds})").format(kinds="*.jpg *.jpeg *.png")
        dialog = QFileDialog(self, _("Add a picture"), str(documents_folder()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_picture(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_picture(self, file: Path | None) -> None:
        """This picture goes with the words; None for none. It is taken in when it is shared."""
        self.picture = file
        self._picture_name.setText("" if file is None else isolated(file.name))
        self._picture_name.setVisible(file is not None)
        self.picture_link.set_words(_("Add a picture") if file is None else _("Leave the picture out"))

    def clear(self) -> None:
        """It is shared: make room."""
        self.show_typed({})
        self.take_picture(None)
        self.on_paper.set_value(False)

    def unsay(self) -> None:
        """Delete what is typed; nobody has seen it."""
        self.clear()
        self.unsaid.emit()

    def say(self, field: str, sentence: str) -> None:
        """Why it could not be shared; nothing typed is lost."""
        (self.side if field == "voice" else self.field).say(sentence)

    def _show(self) -> None:
        kind, offer = self.kind(), self._offer
        is_open = kind is not None
        asks = kind is Kind.HARD and (offer is None or offer.answer in {None, HardWay.NOT_AT_ALL})
        for part in (self.side, self.field, self.on_paper, self.share_button, self.unsay_link):
            part.setVisible(is_open and not asks)
        self.picture_link.setVisible(kind in PICTURED)
        self._picture_name.setVisible(kind in PICTURED and self.picture is not None)
        self.offer_button.setVisible(asks and offer is None)
        self._ways.clear()
        if asks and offer is not None:
            for way, words in HARD_WAY_WORDS.items():
                button = QuietButton(_(words))
                button.clicked.connect(lambda _on=False, way=way: self.answers_offer.emit(offer.id, way))
                self._ways.addWidget(button)
        self._what.setText("" if kind is None else _(KIND_WORDS[kind]))
        self._what.setVisible(is_open)
        self._hint.setText(self._hint_for(kind))
        self._hint.setVisible(bool(self._hint.text()))

    def _hint_for(self, kind: Kind | None) -> str:
        offer = self._offer
        if kind is Kind.HARD and offer is None:
            return _("There is something hard to say. Ask first how it may be told; nothing of it is shown.")
        if kind is Kind.HARD and offer is not None and offer.answer is None:
            other = self._names.called if offer.by is Voice.PRACTITIONER else self._names.practitioner
            return _("How would {name} like to hear it?").format(name=isolated(other))
        if kind is Kind.HARD and offer is not None and offer.answer is HardWay.NOT_AT_ALL:
            return _("It was asked not to be told. That may change; then choose again.")
        if kind is Kind.QUESTION:
            return _("A question is owed an answer. It stays in sight until it has one.")
        return ""

    def _lay_out(self) -> None:
        self.column.addLayout(self._first)
        self.column.addLayout(self._others)
        self.column.addWidget(self._what)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.offer_button)
        self.column.addLayout(self._ways)
        self.column.addWidget(self.side)
        self.column.addWidget(self.field)
        for part in (self._picture_name, self.picture_link, self.on_paper):
            self.column.addWidget(part)
        row = FlowLayout(gap=10)
        row.addWidget(self.share_button)
        row.addWidget(self.unsay_link)
        self.column.addLayout(row)
