"""How both are, coming and going: six plain words, a number for whoever wants one, and no need to answer."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop import icons
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scale import Scale
from healingpartner.desktop.kit.voice_mark import VoiceMark
from healingpartner.desktop.visits.doing import Doing, sentence_of
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.names import short_name
from healingpartner.visits import acts
from healingpartner.visits.model import FELT_WORDS, SIDES, CheckIn, Felt, Moment
from healingpartner.visits.views import VisitInFull


class SideCheckIn(QWidget):
    """One side. `told`: (how it feels, a number or None), at each choice."""

    told = Signal(object, object)

    def __init__(self, voice: Voice, name: str, *, spoken_as: str = "") -> None:
        """`name`: whose answer it is, as shown; `spoken_as`: how a screen reader tells it from the other moment."""
        super().__init__()
        self._token = "yours" if voice is Voice.PATIENT else "mine"
        self._felt: Felt | None = None
        caption = QHBoxLayout()
        caption.setSpacing(6)
        caption.addWidget(VoiceMark(voice))
        caption.addWidget(PlainLabel(name, tone="yours" if voice is Voice.PATIENT else "mine"), 1)
        self.buttons: dict[Felt, QuietButton] = {}
        row = FlowLayout(gap=6)
        for felt, words in FELT_WORDS.items():
            button = QuietButton(_(words))
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setProperty("voice", self._token)
            button.setAccessibleName(_("{name}: {answer}").format(name=spoken_as or name, answer=_(words)))
            button.clicked.connect(partial(self._press, felt))
            self.buttons[felt] = button
            row.addWidget(button)
        self.level = Scale(
            _("{name}, how strong is it, 0 to 10").format(name=spoken_as or name),
            low=_("at rest"),
            high=_("as strong as it gets"),
            voice=voice,
        )
        self.level.chosen.connect(lambda _number: self._tell())
        self.add_number = LinkButton(_("Add a number, 0 to 10"))
        self.add_number.setAccessibleName(_("{name}: add a number, 0 to 10").format(name=spoken_as or name))
        self.add_number.clicked.connect(self._open_level)
        self._wants_number = False
        link = FlowLayout()
        link.addWidget(self.add_number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(caption)
        column.addLayout(row)
        column.addLayout(link)
        column.addWidget(self.level)
        self.show_told(None)

    def show_told(self, said: CheckIn | None) -> None:
        """Show what was told, without telling it again."""
        self._felt = None if said is None else said.felt
        self.level.set_value(None if said is None else said.level)
        self._settle()

    def _press(self, felt: Felt, _on: bool = False) -> None:
        self._felt = felt
        self._settle()
        self._tell()

    def _open_level(self) -> None:
        self._wants_number = True
        self._settle()
        self.level.setFocus()

    def _settle(self) -> None:
        for felt, button in self.buttons.items():
            chosen = felt is self._felt
            button.setChecked(chosen)
            button.setIcon(icons.icon("check", self._token) if chosen else QIcon())
        may = self._felt not in (None, Felt.NOT_NOW)
        wants = self._wants_number or self.level.value() is not None
        self.level.setVisible(may and wants)
        self.add_number.setVisible(may and not wants)

    def _tell(self) -> None:
        if self._felt is not None:
            self.told.emit(self._felt, self.level.value())


class CheckInCard(Card):
    """Both sides, one below the other, the patient's first."""

    def __init__(self, doing: Doing, found: VisitInFull, moment: Moment) -> None:
        """`moment`: arriving or leaving."""
        arriving = moment is Moment.ARRIVING
        super().__init__(
            _("How we come") if arriving else _("How we leave"), note=_("nobody has to answer") if arriving else ""
        )
        self._doing, self._id, self.moment = doing, found.visit.id, moment
        names = {
            Voice.PATIENT: short_name(found.names.called),
            Voice.PRACTITIONER: short_name(found.names.practitioner or _("Practitioner")),
        }
        self.sides: dict[Voice, SideCheckIn] = {}
        for voice in SIDES:
            side = self.sides[voice] = SideCheckIn(
                voice, names[voice], spoken_as="" if arriving else _("{name}, leaving").format(name=names[voice])
            )
            side.told.connect(partial(self._tell, voice))
            self.column.addWidget(side)
        self.phones: dict[Voice, CheckField] = {}
        if arriving:
            self._add_phones(names)
        self.sentence = PlainLabel(tone="warn")
        self.sentence.hide()
        self.column.addWidget(self.sentence)
        self.show_found(found)

    def show_found(self, found: VisitInFull) -> None:
        """Show what both told."""
        for voice, side in self.sides.items():
            side.show_told(found.visit.check_in(voice, self.moment))
        for voice, tick in self.phones.items():
            tick.set_value(voice in found.visit.phones_away)

    def _add_phones(self, names: dict[Voice, str]) -> None:
        words = {
            Voice.PATIENT: _("{name}'s phone is away").format(name=names[Voice.PATIENT]),
            Voice.PRACTITIONER: _("My phone is away"),
        }
        for voice in SIDES:
            tick = self.phones[voice] = CheckField(words[voice])
            tick.changed.connect(partial(self._phone, voice))
            self.column.addWidget(tick)

    def _phone(self, voice: Voice) -> None:
        self._doing.do(acts.put_phone_away, self._id, away=self.phones[voice].value(), by=voice)

    def _tell(self, voice: Voice, felt: Felt, level: int | None) -> None:
        self.sentence.hide()
        self._doing.do(acts.check_in, self._id, self.moment, felt, level, by=voice, sorry=self._sorry)

    def _sorry(self, problem: object) -> None:
        self.sentence.setText(sentence_of(problem))  # type: ignore[arg-type]
        self.sentence.show()
