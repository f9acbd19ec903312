"""A calm page for a practice that is not the one this computer saw last: was that on purpose."""

from pathlib import Path

from PySide6.QtCore import Signal

from healingpartner.desktop.front_panel import FrontPage
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.plain_label import ElidedLabel, PlainLabel, TitleLabel
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _


class OlderPage(FrontPage):
    """wanted: it was restored on purpose. back: leave it closed."""

    wanted = Signal()
    back = Signal()

    def __init__(self, folder: Path, problem: VaultProblem) -> None:
        """`problem`: what the vault said of it, in its own words."""
        super().__init__(form_width=480)
        older = problem.kind == "older-than-seen"
        self.form.addWidget(
            TitleLabel(
                _("An older state of this practice") if older else _("Another history of this practice"), level=1
            )
        )
        self.form.addWidget(ElidedLabel(folder.name, tone="soft"))
        for words in (problem.what, problem.safe, problem.then):
            self.form.addWidget(PlainLabel(words))
        self.form.addWidget(
            PlainLabel(
                _(
                    "This happens after a backup was restored, or when another program put an older copy in its place. "
                    "If you go on, that is written into the ledger."
                ),
                tone="soft",
            )
        )
        self.back_button = PrimaryButton(_("Leave it closed"))
        self.open_button = QuietButton(_("It is meant to be so: open it"))
        self.back_button.clicked.connect(self.back)
        self.open_button.clicked.connect(self.wanted)
        self.form.addSpacing(8)
        self.form.addWidget(self.back_button)
        self.form.addWidget(self.open_button)
