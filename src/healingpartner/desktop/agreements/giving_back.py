"""What every task beside an agreement has in common on the turned view: whose hand it is, and who is done with it."""

from dataclasses import replace

from PySide6.QtCore import Signal

from healingpartner.desktop.turned.task import TurnedTask
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW


class GivingBack(TurnedTask):
    """`gives_back`: the patient is done, and the screen goes back. `hand`: as the ledger keeps it with each act."""

    gives_back = Signal()

    def __init__(self) -> None:
        """The patient's own hand, with nobody between."""
        super().__init__()
        self.hand = ON_THE_TURNED_VIEW

    def speak_through(self, name: str) -> None:
        """An interpreter is here: what is said and done from now on went through them. `name`: "" for nobody."""
        self.hand = replace(self.hand, through=name)
