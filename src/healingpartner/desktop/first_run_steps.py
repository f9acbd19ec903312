"""The first steps of the first run: the ways in, where and whose, the passphrase, the moment of making."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.passphrase_field import PassphraseField
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.words import _
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.vault.passphrase import require_acceptable, strength, suggestion
from healingpartner.vault.place import SUFFIX, refuse_unsafe

_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_FOLDER_NAME = 60
_MEASURE_AFTER_MS = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a new practice begins with."""

    folder: Path
    practice_name: str
    name: str
    title: str = ""


class Step(QWidget):
    """A step: a title, a few words, its own widgets, and a row of ways at its end."""

    back = Signal()

    def __init__(self, title: str, words: str) -> None:
        """`words`: why this step is there."""
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(TitleLabel(title, level=1))
        if words:
            self.column.addWidget(PlainLabel(words, tone="soft"))

    def add_ways(self, go: PrimaryButton, back: str) -> None:
        """The way on, and the way back when `back` has words."""
        self.column.addSpacing(8)
        self.column.addWidget(go)
        if back:
            link = LinkButton(back)
            link.clicked.connect(self.back)
            self.column.addWidget(link)


class WelcomeStep(Step):
    """The three ways in, and the practices opened here before (`chosen`)."""

    begin = Signal()
    open_one = Signal()
    restore = Signal()
    chosen = Signal(object)

    def __init__(self, recent: tuple[Path, ...] = ()) -> None:
        """`recent`: folders, newest first; only their names are shown."""
        super().__init__(
            _("Another practice") if recent else _("Welcome"),
            _(
                "A practice is one folder on this computer. Everything in it is encrypted; only your passphrase, "
                "or the recovery sheet you will print, can open it."
            ),
        )
        for folder in recent:
            known = QuietButton(folder.name, icon="lock")
            known.clicked.connect(lambda _checked=False, folder=folder: self.chosen.emit(folder))
            self.column.addWidget(known)
        self.begin_button = PrimaryButton(_("Begin a new practice"))
        self.open_button = QuietButton(_("Open a practice from this computer"), icon="folder-open")
        self.restore_button = QuietButton(_("Restore from a backup"), icon="arrow-counter-clockwise")
        for button, way in (
            (self.begin_button, self.begin),
            (self.open_button, self.open_one),
            (self.restore_button, self.restore),
        ):
            button.clicked.connect(way)
            self.column.addWidget(button)


class PlaceStep(Step):
    """done: a `Beginning` that can be made here."""

    done = Signal(object)

    def __init__(self, former: Beginning | None = None) -> None:
        """`former`: what was given before coming back to this step."""
        super().__init__(_("Your practice"), _("Patients read these names on agreements and letters."))
        self.name = LineField(_("Your name"), value=former.name if former else "")
        self.title = LineField(_("Title"), value=former.title if former else "", hint=_("Such as Dr. May stay empty."))
        self.practice = LineField(
            _("Name of the practice"), value=former.practice_name if former else "", example=_("Elm Street")
        )
        self.place = LineField(
            _("Where it is kept"),
            value=str(former.folder if former else documents_folder() / f"{_('My practice')}{SUFFIX}"),
        )
        self._place_is_own = former is not None
        choose = QuietButton(_("Choose a folder…"), icon="folder-open")
        choose.clicked.connect(self._choose)
        for part in (self.name, self.title, self.practice, self.place, choose):
            self.column.addWidget(part)
        self.go = PrimaryButton(_("Go on to the passphrase"))
        self.go.clicked.connect(self.check)
        self.add_ways(self.go, _("Back"))
        self.practice.changed.connect(self._follow_name)
        self.place.changed.connect(self._keep_place)
        self.setFocusProxy(self.name)

    def check(self) -> None:
        """Go on when names and place can be taken; otherwise say beside the field what is missing."""
        for field in (self.name, self.title, self.practice, self.place):
            field.say("")
        try:
            given = Practitioner(
                name=self.name.value(), title=self.title.value(), practice_name=self.practice.value()
            ).cleaned()
            folder = _folder(self.place.value())
        except RuleBroken as broken:
            fields = {"name": self.name, "title": self.title, "practice_name": self.practice}
            fields.get(broken.field, self.place).say(broken.sentence)
            return
        except Refused as refused:
            self.place.say(refused.sentence())
            return
        self.done.emit(Beginning(folder=folder, practice_name=given.practice_name, name=given.name, title=given.title))

    def _follow_name(self) -> None:
        if not self._place_is_own:
            bare = _FORBIDDEN_IN_NAMES.sub(" ", self.practice.value()).strip(" .")[:_LONGEST_FOLDER_NAME]
            self.place.set_value(str(Path(self.place.value()).parent / f"{bare or _('My practice')}{SUFFIX}"))

    def _keep_place(self) -> None:
        self._place_is_own = True

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Choose where to keep the practice"), str(Path(self.place.value()).parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_parent(self, path: str) -> None:
        self.place.set_value(str(Path(path) / Path(self.place.value()).name))
        self.place.say("")


class PassphraseStep(Step):
    """done: the passphrase, typed twice and strong enough."""

    done = Signal(str)

    def __init__(self, about: tuple[str, ...]) -> None:
        """`about`: words an acquaintance would try."""
        super().__init__(
            _("Your passphrase"),
            _("Several words are easier to keep than signs. Nobody can look it up for you, not even we."),
        )
        self._about = about
        self.first = PassphraseField(_("Passphrase"))
        self.meter = QProgressBar()
        self.meter.setRange(0, 4)
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(_("How hard it is to guess"))
        self.said = PlainLabel(tone="small")
        self.second = PassphraseField(_("The same once more"))
        suggest = LinkButton(_("Suggest six words"), icon="arrows-clockwise")
        suggest.clicked.connect(self.suggest)
        for part in (self.first, self.meter, self.said, suggest, self.second):
            self.column.addWidget(part)
        self.go = PrimaryButton(_("Make the practice"))
        self.go.clicked.connect(self.check)
        self.add_ways(self.go, _("Back"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MEASURE_AFTER_MS)
        self._soon.timeout.connect(self.measure)
        self.first.changed.connect(self._soon.start)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self.check)
        self.setFocusProxy(self.first)

    def suggest(self) -> None:
        """Put six words into the first field and show them, to be written down and typed once more."""
        self.first.set_value(suggestion())
        self.first.reveal(True)
        self.measure()
        self.first.say("")
        self.second.empty()
        self.second.line.setFocus()

    def check(self) -> None:
        """Go on when it is strong enough and the same twice."""
        self.first.say("")
        self.second.say("")
        try:
            require_acceptable(self.first.value(), about=self._about)
        except RuleBroken as broken:
            self.first.say(broken.sentence)
            self._advise(self.said.text())
            return
        if self.first.value() != self.second.value():
            self.second.say(_("The two are not the same. Type it once more, or show it and compare."))
            return
        passphrase = self.first.value()
        self.first.empty()
        self.second.empty()
        self.done.emit(passphrase)

    def measure(self) -> None:
        """Say how hard it is to guess; takes longer than a key may, so it waits for a pause."""
        found = strength(self.first.value(), about=self._about)
        words = " ".join(part for part in (found.said, found.advice) if part)
        self.meter.setValue(found.score)
        self.meter.setAccessibleDescription(words)
        self._advise(words)

    def _advise(self, words: str) -> None:
        # The same sentence stands beside the field already when the passphrase was not taken.
        self.said.setText(words if words != self.first.sentence() else "")


class MakingStep(Step):
    """While the practice is made: what takes its time, and why."""

    def __init__(self) -> None:
        """Shows that something is going on."""
        super().__init__(
            _("Making your practice"),
            _("This computer measures how much work it can put into guarding your passphrase. It takes a moment."),
        )
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        moving.setAccessibleName(_("Making your practice"))
        self.column.addWidget(moving)


def _folder(typed: str) -> Path:
    words = clean_line(typed, field="place", limit=4096)
    if not words or not Path(words).is_absolute():
        raise RuleBroken("place", _("Please choose a folder on this computer."))
    folder = Path(words)
    if folder.suffix != SUFFIX:
        folder = folder.with_name(folder.name + SUFFIX)
    refuse_unsafe(folder)
    return folder


def choose_practice(owner: QWidget, beside: Path, chosen: Callable[[Path], None]) -> QFileDialog:
    """Let a practice folder be chosen, without stopping anything else."""
    dialog = QFileDialog(owner, _("Choose a practice"), str(beside))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
