"""What printing uses when nothing else is said: the sheet's size, and large print."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.settings_store import PAPERS
from healingpartner.foundation.words import _


class PaperCard(Card):
    """A4 or Letter, and large print."""

    def __init__(self, desk: Desk) -> None:
        """Shows what holds."""
        super().__init__(_("Paper"))
        self._desk = desk
        self.sheet = ChoiceField(
            _("Size of the sheet"), [(each, each) for each in PAPERS], value=desk.settings.values.paper
        )
        self.large = CheckField(_("Print large, for tired eyes"), value=desk.settings.values.large_print)
        for field in (self.sheet, self.large):
            self.column.addWidget(field)
            field.changed.connect(self._keep)

    def _keep(self) -> None:
        self._desk.settings.change(paper=self.sheet.value(), large_print=self.large.value())
