"""A given signature on screen: the strokes as they were drawn, or the typed name, over a line with name and day."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from healingpartner.agreements.envelope import Method, Role
from healingpartner.agreements.model import IDENTITY_WORDS, Signature
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.measure import colour, scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.strokes import Drawing
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken

_TOKENS = {Role.PATIENT: "yours", Role.PRACTITIONER: "mine"}


class Strokes(QWidget):
    """A drawing, scaled whole into the widget; never out of proportion."""

    ON_A_LINE = True  # a signature stands on one

    def __init__(self, drawing: Drawing, *, token: str, name: str) -> None:
        """`token`: the colour of the ink; `name`: whose signature it is, for screen readers."""
        super().__init__()
        self._drawing, self._token = drawing, token
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as it may be, and as high as a hand writes."""
        return QSize(scaled(self, 260), scaled(self, 84))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strokes, and the line they stand on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ON_A_LINE:
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        points = [point for stroke in self._drawing.strokes for point in stroke]
        if not points:
            return
        left, top = min(p.x for p in points), min(p.y for p in points)
        wide = max(max(p.x for p in points) - left, 1)
        high = max(max(p.y for p in points) - top, 1)
        room = QRectF(6, 6, max(self.width() - 12, 1), max(self.height() - 14, 1))
        scale = min(room.width() / wide, room.height() / high)
        painter.setPen(QPen(colour(self._token), scaled(self, 2.4)))
        for stroke in self._drawing.strokes:
            line = [QPointF(room.x() + (p.x - left) * scale, room.y() + (p.y - top) * scale) for p in stroke]
            if len(line) > 1:
                painter.drawPolyline(QPolygonF(line))
            elif line:
                painter.drawPoint(line[0])


class SignatureCard(Card):
    """One person's place to sign: their signature, or what it waits for."""

    def __init__(self, role: Role, name: str, signature: Signature | None, *, waiting: str = "") -> None:
        """`name`: as printed; `waiting`: what it waits for, with a signature or without."""
        super().__init__()
        printed = name if signature is None else signature.envelope.printed_name
        self.column.addWidget(PlainLabel(printed, tone="yours" if role is Role.PATIENT else "mine"))
        if signature is None:
            self.column.addWidget(PlainLabel(waiting or _("waiting"), tone="soft"))
            self.column.addStretch(1)
            return
        envelope = signature.envelope
        if signature.drawing is not None:
            whose = _("Signature of {name}").format(name=isolated(printed))
            self.column.addWidget(Strokes(signature.drawing, token=_TOKENS.get(role, "ink"), name=whose))
        elif envelope.typed_name:
            self.column.addWidget(TitleLabel(envelope.typed_name))
        self.column.addWidget(PlainLabel(signed_words(signature), tone="small"))
        if envelope.capacity is not None:
            self.column.addWidget(PlainLabel(envelope.intent, tone="small"))
        if waiting:
            self.column.addWidget(PlainLabel(waiting, tone="soft"))
        self.column.addWidget(PlainLabel(_(IDENTITY_WORDS[envelope.identity]), tone="small"))


def signed_words(signature: Signature) -> str:
    """One line: how and when it was given."""
    moment, paper = spoken().moment(signature.envelope.signed_at), signature.envelope.on_paper
    if paper is not None:
        day = spoken().partial_date(PartialDate.read(paper.signed_on))
        said = _("a mark on paper before a witness, dated {day}; brought back {moment}") if paper.mark else _(
            "by hand on paper, dated {day}; brought back {moment}"
        )  # fmt: skip
        return said.format(day=isolated(day), moment=isolated(moment))
    if signature.envelope.method is Method.MARK:
        return _("a mark, made before a witness, {moment}").format(moment=moment)
    if signature.envelope.method is Method.STROKES:
        return _("drawn {moment}").format(moment=moment)
    return _("typed, with a yes said aloud, {moment}").format(moment=moment)
