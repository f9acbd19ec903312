"""The same promises in plain words: a help for reading, below the full words. What is signed is the full text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.wording import Labels, Plain, Wording
from healingpartner.desktop.agreements.promise import Promise
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _


def has_plain(wording: Wording) -> bool:
    """Whether any commitment has plain words."""
    return any(one.plain is not None for one in wording.commitments)


class PlainWords(QWidget):
    """Both promises of one commitment again, in the plainest words."""

    def __init__(self, plain: Plain, labels: Labels) -> None:
        """`labels`: of the wording; where it has no heading for plain words, ours stands there."""
        super().__init__()
        heading = labels.plain or _("Plain words")
        self._said = (
            heading,
            f"{labels.practitioner}: {plain.practitioner}",
            f"{labels.patient}: {plain.patient}",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(PlainLabel(heading, tone="label"))
        column.addWidget(
            TwoVoicePanel(
                Promise(plain.practitioner, voice=Voice.PRACTITIONER, caption=labels.practitioner),
                Promise(plain.patient, voice=Voice.PATIENT, caption=labels.patient),
            )
        )

    def said(self) -> tuple[str, ...]:
        """What stands here, line by line, for a screen reader."""
        return self._said


class PlainSwitch(QWidget):
    """A calm switch, there only where the wording has plain words. switched: whether plain words are shown now."""

    switched = Signal(bool)

    def __init__(self, wording: Wording, *, on: bool = False) -> None:
        """`on`: as it was left."""
        super().__init__()
        on = on and has_plain(wording)
        self.button = QuietButton(_("Plain words"))
        self.button.setCheckable(True)
        self.button.setChecked(on)
        self.note = PlainLabel(_("They help you read. What is signed is the full text."), tone="soft", wraps=False)
        row = FlowLayout(self, gap=12)
        row.addWidget(self.button)
        row.addWidget(self.note)
        self.note.setVisible(on)
        self.button.toggled.connect(self.note.setVisible)
        self.button.toggled.connect(self.switched)
        if not has_plain(wording):
            self.hide()

    def on(self) -> bool:
        """Whether plain words are shown."""
        return self.button.isChecked()
