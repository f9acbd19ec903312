"""A page over the plan on which one part is written: its form, its draft, and what changed meanwhile.

A draft keeps what is typed together with what the part said when the writing began. Where the part says something
else by then, both are shown, and nothing is written over.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PrimaryButton, QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.people.draft_keeper import DraftKeeper
from healingpartner.desktop.plans.changed_notice import ChangedNotice
from healingpartner.desktop.plans.form import PartForm
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken

WIDEST = 860


class PartEditor(Page):
    """`left`: the page is done with; the part is kept, or what was typed stays as a draft, or was given up by choice.

    A kind of editor says in `keep` what is done with the form; `kept()` or `say(problem)` answers it.
    """

    left = Signal()
    FORM = ""  # the stable name of its drafts

    def __init__(
        self, desk: Desk, title: str, form: PartForm, *, subject_id: str, now: Mapping[str, Any], save: str = ""
    ) -> None:
        """`subject_id`: the part, or for a new one what it will belong to; `now`: what the part says, as typed."""
        super().__init__()
        self.desk, self.form, self.subject_id = desk, form, subject_id
        self._base, self._now = dict(now), dict(now)
        self._saving = False
        self._draft = DraftKeeper(desk, self.FORM, subject_id, self._to_keep, owner=self, voice=Voice.PRACTITIONER)
        self.conflict = ChangedNotice()
        self.save_button = PrimaryButton(save or _("Keep it"), icon="check")
        self.leave_button = QuietButton(_("Leave it"))
        self._told = PlainLabel(tone="small", wraps=False)
        self.page = ScrollPage(title, margin=4)
        self._lay_out(title)
        form.show_typed(self._base)
        self._connect()
        self._draft.fetch(self._take_draft)

    def keep(self) -> None:
        """Do the act; RuleBroken may be raised for a field, and is shown beside it."""

    def save(self) -> None:
        """Keep the part; a sentence stands beside a field that does not fit, and what is typed stays."""
        if self._saving:
            return
        self.form.silence()
        self._saving = True
        self._draft.flush()
        try:
            self.keep()
        except RuleBroken as broken:
            self.say(broken)

    def kept(self, _made: object = None) -> None:
        """The part was kept."""
        self._saving = False
        self._draft.drop(then=self.left.emit)

    def say(self, problem: RuleBroken | Refused) -> None:
        """It was not kept: say why, where it belongs."""
        self._saving = False
        shown = self.form.say(problem)
        if shown is not None:
            self.page.ensureWidgetVisible(shown, 0, 60)

    def let_go(self) -> None:
        """Something else stood in the way; it can be tried again."""
        self._saving = False

    def show_now(self, now: Mapping[str, Any]) -> None:
        """The part as it stands by now: shown where it differs from what the writing began with."""
        self._now = dict(now)
        changed = {
            self.form.label_of(name): value
            for name, value in self._now.items()
            if self._base.get(name) != value and self.form.label_of(name)
        }
        self.conflict.show_changes({} if self._saving else changed)

    def flush(self) -> None:
        """Keep the draft now: locking follows."""
        self._draft.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay short enough to read, at every text size."""
        super().resizeEvent(event)
        self.form.setMaximumWidth(scaled(self, WIDEST))

    def go_back(self) -> bool:
        """Escape leaves the page; what is typed stays as a draft."""
        self._draft.flush()
        self.left.emit()
        return True

    # -- inside -------------------------------------------------------------------------------------

    def _to_keep(self) -> dict[str, Any]:
        return {"base": self._base, "fields": self.form.typed()}

    def _take_draft(self, typed: dict[str, Any] | None, _began_from: int) -> None:
        fields, base = (typed or {}).get("fields"), (typed or {}).get("base")
        if isinstance(fields, dict) and isinstance(base, dict):
            self.form.show_typed(fields)
            self._base = base
            self._told.setText(_("Your draft, not saved yet"))
            self.show_now(self._now)

    def _give_up(self) -> None:
        def answered(yes: bool) -> None:
            if yes:
                self._draft.drop(then=self.left.emit)

        if not self._draft.holds_anything:
            self.left.emit()
            return
        self.desk.notices.ask(
            _("Leave this page? What you wrote here since the last saving goes."),
            yes=_("Leave without saving"), no=_("Keep writing"), then=answered,
        )  # fmt: skip

    def _keep_mine(self) -> None:
        self._base = dict(self._now)
        self.conflict.hide()
        self._draft.touch()

    def _take_theirs(self) -> None:
        self._base = dict(self._now)
        self.form.show_typed(self._base)
        self.conflict.hide()
        self._draft.drop()

    def _touched(self) -> None:
        self._draft.touch()

    def _say_kept(self) -> None:
        self._told.setText(_("Draft kept {time}").format(time=spoken().time(self.desk.clock.now())))

    def _lay_out(self, title: str) -> None:
        for part in (TitleLabel(title, level=1), self.conflict, self.form):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        foot = FlowLayout(gap=12, ends=True)
        for each in (self._told, self.leave_button, self.save_button):
            foot.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.page, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.form.changed.connect(self._touched)
        self._draft.kept.connect(self._say_kept)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self._give_up)
        self.conflict.keeps_mine.connect(self._keep_mine)
        self.conflict.takes_theirs.connect(self._take_theirs)
