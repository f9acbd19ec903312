"""Own words to look at: a list with a form that opens in its place; kept in the practice, and in force at once."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop import lens_choice
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notices import sentence_of
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.people.side_by_side import clear
from healingpartner.desktop.settings.lens_words_form import WHERE_WORDS, LensWordsForm
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.language.lens.entries import Entry, Where
from healingpartner.people.lens_words.acts import keep_words, set_words_aside
from healingpartner.people.lens_words.model import OwnWords
from healingpartner.people.lens_words.views import own_entries, own_words
from healingpartner.vault.reading import Reader

SUBJECT, FORM = "own-lens-words", "settings.lens"


class OwnLensWords(QWidget):
    """The entries of the practitioner's own, those of the language of the screen before all others."""

    def __init__(self, desk: Desk, language: str) -> None:
        """`language`: of the list that new words are added to."""
        super().__init__()
        self._desk, self._language = desk, language
        self._own_id = ""
        self._own: tuple[OwnWords, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.add_link = LinkButton(_("Add words of your own"), icon="plus")
        self.form = LensWordsForm()
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Words of your own"), tone="strong"))
        column.addLayout(self._list)
        column.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.form)
        self._draft = DraftKeeper(desk, FORM, SUBJECT, self._typed, owner=self)
        self.add_link.clicked.connect(lambda: self.write(None))
        self.form.keeps.connect(self._keep)
        self.form.leaves.connect(self._leave)
        self.form.typed_on.connect(self._draft.touch)
        self.ask()
        self._draft.fetch(self._take_draft)

    def ask(self) -> None:
        """Ask again what there is."""
        self._desk.runner.ask(_all, owner=self, then=self._show)

    def flush(self) -> None:
        """Keep what is being typed."""
        self._draft.flush()

    def write(self, own: OwnWords | None) -> None:
        """Open the form: for new words, or to change those."""
        self._own_id = own.id if own is not None else ""
        self.form.show_asked(own.asked if own is not None else None)
        self._open()

    # -- inside -------------------------------------------------------------------------------------

    def _show(self, found: tuple[tuple[OwnWords, ...], tuple[tuple[str, Entry], ...]]) -> None:
        self._own, in_force = found
        lens_choice.take_own(in_force)
        clear(self._list)
        for one in sorted(self._own, key=lambda one: (one.set_aside, one.asked.language != self._language)):
            self._list.addWidget(self._line(one))
        if not self._own:
            nothing = _("None yet. Add words that you want to think about before you write them.")
            self._list.addWidget(PlainLabel(nothing, tone="soft"))

    def _line(self, own: OwnWords) -> QWidget:
        asked, line = own.asked, QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        said = _("{words} → {others}").format(
            words=isolated(asked.words), others=" · ".join(isolated(one) for one in asked.instead)
        )
        column.addWidget(PlainLabel(said, tone="soft" if own.set_aside else "plain"))
        where = " · ".join(_(words) for one, words in WHERE_WORDS.items() if one.value in asked.where)
        if own.set_aside:
            where = _("Set aside")
        elif len(asked.where) == len(Where):
            where = _("In all you write")
        more = [isolated(asked.reason), where] if asked.reason else [where]
        if asked.language != self._language:
            more.append(asked.language)
        column.addWidget(PlainLabel(" · ".join(more), tone="small"))
        row = FlowLayout(gap=10)
        aside = _("Look for them again") if own.set_aside else _("Set them aside")
        for words, act in ((_("Edit"), partial(self.write, own)), (aside, partial(self._set_aside, own))):
            link = LinkButton(words)
            link.setAccessibleName(_("{answer}: {title}").format(answer=words, title=asked.words))
            link.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(link)
        column.addLayout(row)
        return line

    def _typed(self) -> dict[str, Any]:
        return {"own_id": self._own_id, **self.form.typed()}

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        if typed is not None and not self.form.isVisibleTo(self):
            self._own_id = str(typed.get("own_id", ""))
            self.form.set_typed(typed)
            self._open(focus=False)

    def _open(self, *, focus: bool = True) -> None:
        self.form.show()
        self.add_link.hide()
        if focus:
            self.form.words.setFocus()

    def _keep(self) -> None:
        former = next((one for one in self._own if one.id == self._own_id), None)
        language = former.asked.language if former is not None else self._language
        self._desk.runner.do(
            keep_words, self.form.asked(language), own_id=self._own_id, by=Voice.PRACTITIONER, owner=self,
            then=lambda _id: self._leave(), sorry=self.form.say,
        )  # fmt: skip

    def _leave(self) -> None:
        self._draft.drop()
        self._own_id = ""
        self.form.show_asked(None)
        self.form.hide()
        self.add_link.show()
        self.add_link.setFocus()
        self.ask()

    def _set_aside(self, own: OwnWords) -> None:
        self._desk.runner.do(
            set_words_aside, own.id, aside=not own.set_aside, by=Voice.PRACTITIONER, owner=self,
            then=lambda _none: self.ask(), sorry=self._sorry,
        )  # fmt: skip

    def _sorry(self, problem: RuleBroken | Refused) -> None:
        self._desk.notices.warn(sentence_of(problem))


def _all(db: Reader) -> tuple[tuple[OwnWords, ...], tuple[tuple[str, Entry], ...]]:
    return own_words(db), own_entries(db)
