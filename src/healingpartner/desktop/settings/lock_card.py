"""When the practice locks by itself. It always does; only the time can be chosen."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.foundation.words import _, ngettext

_MINUTES = (1, 2, 3, 5, 8, 10, 15)
_TURNED_MINUTES = (5, 10, 15, 20, 30, 45, 60)


class LockCard(Card):
    """Minutes of rest before locking, at the desk and while the screen is turned."""

    def __init__(self, desk: Desk) -> None:
        """Shows what holds."""
        super().__init__(_("Locking"))
        self._desk = desk
        values = desk.settings.values
        self.minutes = ChoiceField(
            _("Lock when nobody touches anything for"),
            [(str(each), _minutes(each)) for each in sorted({*_MINUTES, values.lock_minutes})],
            value=str(values.lock_minutes),
            hint=_("What is being typed is kept. It also locks when this computer sleeps."),
        )
        self.turned = ChoiceField(
            _("While the screen is turned or a visit is open"),
            [(str(each), _minutes(each)) for each in sorted({*_TURNED_MINUTES, values.turned_lock_minutes})],
            value=str(values.turned_lock_minutes),
            hint=_("A neutral page gives a minute's notice first."),
        )
        for field in (self.minutes, self.turned):
            self.column.addWidget(field)
            field.changed.connect(self._keep)

    def _keep(self) -> None:
        self._desk.settings.change(lock_minutes=int(self.minutes.value()), turned_lock_minutes=int(self.turned.value()))


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
