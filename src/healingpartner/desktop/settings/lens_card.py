"""Words to look at: whether the lens looks while one types, which words it leaves alone, and which it looks for too."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop import icons, lens_choice, lens_counts
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.settings.lens_words import OwnLensWords
from healingpartner.foundation.words import N_, _, ngettext, spoken
from healingpartner.language.lens.entries import Entry, Family
from healingpartner.language.lens.lists import language_of, word_list

FAMILY_WORDS = {
    Family.BLAMING: N_("Words that blame or doubt"),
    Family.LABEL: N_("Words that put a label on a person"),
    Family.AUTHORITY: N_("Words that give orders"),
    Family.HOPE: N_("Words that take hope away"),
    Family.PROMISE: N_("Words that promise too much"),
    Family.HERO: N_("Words that put someone on a pedestal"),
}


class LensCard(Card):
    """One tick for all of it, a list that opens with a tick for each, and the words of the practitioner's own."""

    def __init__(self, desk: Desk) -> None:
        """Shows what holds for the language of the screen."""
        super().__init__(_("Words to look at"))
        self._desk = desk
        self.looks = CheckField(
            _("Look at my words while I write"),
            value=desk.settings.values.lens,
            hint=_("It underlines words that may hurt, and says why. It changes nothing by itself."),
        )
        self.choose_link = LinkButton(_("Choose which words"), icon="caret-right")
        self.choose_link.setCheckable(True)
        self.ticks: dict[str, CheckField] = {}
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        self._inside.hide()
        language = language_of(spoken().locale)
        self._entries = word_list(language).entries if language is not None else ()
        self.looks.changed.connect(self._keep)
        self.choose_link.toggled.connect(self._open)
        self.column.addWidget(self.looks)
        self.column.addWidget(self.choose_link)
        self.column.addWidget(self._inside)
        self.own: OwnLensWords | None = None
        if language is not None:
            self.own = OwnLensWords(desk, language)
            self.column.addWidget(self.own)
        self.counts = PlainLabel(tone="small")
        self.column.addWidget(self.counts)
        if not self._entries:
            self.choose_link.hide()
            self.column.addWidget(PlainLabel(_("There is no list of words in this language yet."), tone="soft"))

    def flush(self) -> None:
        """Keep what is being typed."""
        if self.own is not None:
            self.own.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Say how it went since the practice was opened."""
        super().showEvent(event)
        words = counted()
        self.counts.setText(words)
        self.counts.setVisible(bool(words))

    def _open(self, opened: bool) -> None:
        self.choose_link.setIcon(icons.icon("caret-down" if opened else "caret-right", "soft"))
        if opened and not self.ticks:
            for family, words in FAMILY_WORDS.items():
                self._add_family(_(words), [entry for entry in self._entries if entry.family is family])
        self._inside.setVisible(opened)

    def _add_family(self, words: str, entries: list[Entry]) -> None:
        if not entries:
            return
        self._list.addSpacing(6)
        self._list.addWidget(PlainLabel(words, tone="strong"))
        silenced = self._desk.settings.values.lens_silenced
        for entry in entries:
            tick = CheckField(entry.title, value=entry.id not in silenced)
            tick.editor.setAccessibleDescription(entry.reason)
            tick.changed.connect(self._keep)
            self.ticks[entry.id] = tick
            self._list.addWidget(tick)

    def _keep(self) -> None:
        left_alone = set(self._desk.settings.values.lens_silenced) - self.ticks.keys()
        left_alone |= {entry_id for entry_id, tick in self.ticks.items() if not tick.value()}
        self._desk.settings.change(lens=self.looks.value(), lens_silenced=tuple(sorted(left_alone)))
        lens_choice.choose(self._desk.settings)


def counted() -> str:
    """The practitioner's own count in words; "" while there is nothing to tell."""
    counts = lens_counts.now()
    if counts == lens_counts.Counts():
        return ""
    said = (
        ngettext("{count} word written another way", "{count} words written another way", counts.replaced),
        ngettext("{count} kept", "{count} kept", counts.kept),
    )
    numbers = " · ".join(
        words.format(count=count) for words, count in zip(said, (counts.replaced, counts.kept), strict=True)
    )
    return _("Since you unlocked: {numbers}. Only you see this, and it is gone when you lock.").format(numbers=numbers)
