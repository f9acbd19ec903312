"""What both said while an agreement was talked over, from the first answer to the last; nothing is lost."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.negotiation.model import Reply, Stance
from healingpartner.agreements.negotiation.views import Moment
from healingpartner.agreements.views import Names
from healingpartner.desktop.agreements.answers import name_of
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.foundation.words import _, spoken


class SaidPage(QWidget):
    """`goes_back`: the reader is done."""

    goes_back = Signal()

    def __init__(self, moments: Sequence[Moment], names: Names) -> None:
        """`moments`: the oldest first."""
        super().__init__()
        page = ScrollPage(_("What was said so far"), margin=4)
        page.column.addWidget(TitleLabel(_("What was said so far"), level=1))
        self.back = QuietButton(_("Back to the text"), icon="arrow-left")
        self.back.clicked.connect(self.goes_back)
        row = FlowLayout()
        row.addWidget(self.back)
        page.column.addLayout(row)
        if not moments:
            page.column.addWidget(PlainLabel(_("Nobody has answered a point yet.")))
        for moment in moments:
            caption = f"{spoken().moment(moment.at)} · {name_of(moment.by, names)} · {moment.title}"
            page.column.addWidget(SpeechLabel(own_words(moment), voice=moment.by, caption=caption))
            page.column.addWidget(PlainLabel(deed(moment), tone="soft"))
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def begin(self) -> None:
        """Put the keyboard where it goes on."""
        self.back.setFocus()


def own_words(moment: Moment) -> str:
    """The words of their own that were used then, or ""."""
    said = moment.said
    if said is None:
        return ""
    if said.side is not moment.by:
        return said.reason
    return " · ".join(words for words in (said.practitioner, said.patient, said.help) if words)


def deed(moment: Moment) -> str:
    """What was answered then, in a few words."""
    said = moment.said
    if said is None:
        return _("The answer was taken back.")
    if said.stance is Stance.REWORDED and said.reply is Reply.ACCEPTED:
        return _("The new words were taken.")
    if said.stance is Stance.REWORDED and said.reply is Reply.SET_ASIDE:
        return _("The new words were not taken as they are.")
    return {
        Stance.AGREE: _("I agree"),
        Stance.REWORDED: _("I'd put it this way"),
        Stance.NOT_YET: _("Not yet"),
        Stance.LEFT_OUT: _("Leave it out"),
    }[said.stance]
