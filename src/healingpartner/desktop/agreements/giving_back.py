"""What every task beside an agreement has in common on the turned view: the patient says when they are done."""

from PySide6.QtCore import Signal

from healingpartner.desktop.turned.task import TurnedTask


class GivingBack(TurnedTask):
    """`gives_back`: the patient is done, and the screen goes back."""

    gives_back = Signal()
