"""Keeps what is being typed in a form as a draft in the practice, within two seconds of the last key."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from healingpartner.desktop.desk import Desk
from healingpartner.foundation.voices import Voice
from healingpartner.vault.drafts import Draft

WAIT_MS, AGAIN_MS = 1200, 8000
_VERSION = 1


class DraftKeeper(QObject):
    """One form's draft. kept: after each saving. `typed()` gives the form's own shape, all of it JSON."""

    kept = Signal()

    def __init__(
        self,
        desk: Desk,
        form: str,
        subject_id: str,
        typed: Callable[[], dict[str, Any]],
        *,
        owner: QObject,
        voice: Voice = Voice.PRACTITIONER,
    ) -> None:
        """`form`: a stable name; `subject_id`: what it is about; `owner`: the page, with which this goes."""
        super().__init__(owner)
        self._voice = voice
        self._desk, self._form, self._subject_id, self._typed = desk, form, subject_id, typed
        self._began_from, self._dirty, self._done, self._holds = 0, False, False, False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def holds_anything(self) -> bool:
        """Whether something was typed, now or before, that is not saved."""
        return self._dirty or self._holds

    def begin_from(self, seq: int) -> None:
        """The ledger sequence the form was filled from."""
        self._began_from = seq

    def touch(self) -> None:
        """Something was typed. The first key starts the wait, so that it is never longer than its length."""
        self._dirty, self._done = True, False
        if not self._timer.isActive():
            self._timer.start(WAIT_MS)

    def flush(self) -> None:
        """Keep it now, if anything was typed since."""
        self._timer.stop()
        if not self._dirty or self._done:
            return
        self._dirty, self._holds = False, True
        draft = Draft(
            subject_id=self._subject_id,
            form=self._form,
            voice=self._voice,
            began_from=self._began_from,
            body=json.dumps({"version": _VERSION, "typed": self._typed()}, ensure_ascii=False),
            saved_at=self._desk.clock.now(),
        )
        self._desk.runner.run(
            lambda practice: practice.keep_draft(draft),
            owner=self,
            then=lambda _none: self.kept.emit(),
            gave_up=self._try_later,
        )

    def _try_later(self) -> None:
        # A full disk may have room again soon; until then the words stand on the page alone.
        self._dirty = not self._done
        self._timer.start(AGAIN_MS)

    def drop(self, then: Callable[[], None] | None = None) -> None:
        """The form was saved or given up: the draft goes for good."""
        self._timer.stop()
        self._dirty, self._done, self._holds = False, True, False
        subject_id, form, voice = self._subject_id, self._form, self._voice
        self._desk.runner.run(
            lambda practice: practice.drop_draft(subject_id, form, voice),
            owner=self,
            then=lambda _none: then() if then is not None else None,
        )

    def fetch(self, then: Callable[[dict[str, Any] | None, int], None]) -> None:
        """Give `then` what was being typed and the sequence it began from; None when nothing is kept."""
        subject_id, form, voice = self._subject_id, self._form, self._voice

        def tell(draft: Draft | None) -> None:
            typed = None if draft is None else _read(draft.body)
            self._holds = self._holds or typed is not None
            then(typed, draft.began_from if draft is not None and typed is not None else 0)

        self._desk.runner.run(lambda practice: practice.draft(subject_id, form, voice), owner=self, then=tell)


def _read(body: str) -> dict[str, Any] | None:
    try:
        kept = json.loads(body)
    except ValueError:
        return None
    if not isinstance(kept, dict) or kept.get("version") != _VERSION:
        return None
    typed = kept.get("typed")
    return typed if isinstance(typed, dict) else None
