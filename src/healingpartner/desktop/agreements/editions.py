"""Former editions of an own wording: none is lost when the words change, and each can be read again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.marks import Text
from healingpartner.agreements.own.model import OwnWording
from healingpartner.agreements.own.views import past_editions
from healingpartner.agreements.wording import Wording
from healingpartner.desktop.agreements.text import AgreementText
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.words import _, spoken


class Editions(QWidget):
    """A way to each former edition; a press shows its text below, another puts it away."""

    def __init__(self, desk: Desk, own: OwnWording) -> None:
        """Asks its view at once; a text is laid out only when it is wanted."""
        super().__init__()
        self._title = own.wording.title
        self.links: dict[int, LinkButton] = {}
        self.text: AgreementText | None = None
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        desk.runner.ask(past_editions, own.id, owner=self, then=self._show)

    def _show(self, former: tuple[tuple[Wording, Instant], ...]) -> None:
        for wording, kept in former:
            words = _("Read edition {number}, kept on {day}").format(
                number=spoken().number(wording.edition), day=spoken().date(kept, "long")
            )
            link = LinkButton(words)
            link.setAccessibleName(_("{answer}: {title}").format(answer=words, title=self._title))
            link.clicked.connect(lambda _on=False, one=wording: self._read(one))
            self.links[wording.edition] = link
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _read(self, wording: Wording) -> None:
        if self.text is not None:
            self.text.hide()
            self.text.deleteLater()
            self.text = None
        self._shown = 0 if self._shown == wording.edition else wording.edition
        if self._shown:
            self.text = AgreementText(Text(wording=wording))
            self._column.addWidget(self.text)
