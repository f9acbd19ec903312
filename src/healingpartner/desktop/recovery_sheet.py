"""The recovery sheet as the desk releases it: made from the code, for its practitioner alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from healingpartner.desktop.settings_store import Settings
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.words import _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice
from healingpartner.vault.recovery_code import groups

if TYPE_CHECKING:
    from healingpartner.paper.printed import Printed


def sheet_maker(code: str, *, settings: Settings) -> "Callable[[Practice], Printed]":
    """What makes the sheet on the vault thread."""

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.printed import Paper, PaperSize
        from healingpartner.paper.recovery_sheet import RecoverySheet, recovery_paper

        name = practice.ask(practitioner).practice_name or practice.vault.place.name
        sheet = RecoverySheet(practice=name, groups=groups(code), made=practice.vault.clock.now())
        return recovery_paper(
            sheet,
            words=spoken(),
            paper=Paper(size=PaperSize(settings.values.paper), large=settings.values.large_print),
        )

    return make


def sheet_purpose() -> Purpose:
    """For the log: what left, to whom and why. It belongs to no patient."""
    return Purpose(
        what=_("Recovery sheet"), to_whom=_("The practitioner"), why=_("To open the practice without its passphrase"),
        person_id=None,
    )  # fmt: skip
