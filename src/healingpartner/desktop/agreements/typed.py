"""Answers half typed at the desk: kept as a draft of the practitioner's, and back when the page is."""

import json

from PySide6.QtCore import QObject, QTimer

from healingpartner.desktop.agreements.text import AgreementText
from healingpartner.desktop.desk import Desk
from healingpartner.foundation.voices import Voice
from healingpartner.vault.drafts import Draft

FORM = "agreements.answers"
KEPT_WITHIN_MS = 1500


class TypedAnswers(QObject):
    """Follows one text at a time."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        """`owner`: the page the text stands on."""
        super().__init__(owner)
        self._desk, self._id = desk, ""
        self._text: AgreementText | None = None
        self._last: dict[str, dict[str, str]] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_WITHIN_MS)
        self._soon.timeout.connect(self.flush)

    def follow(self, text: AgreementText, agreement_id: str) -> None:
        """Keep what is typed into `text` from now on, and bring back what was typed before."""
        first, self._text, self._id = agreement_id != self._id, text, agreement_id
        text.typed_on.connect(self.keep_soon)
        if not first:
            text.set_typed(self._last)
            return
        self._desk.runner.run(
            lambda practice: practice.draft(agreement_id, FORM, Voice.PRACTITIONER),
            owner=text,
            then=lambda draft: text.set_typed(_read(draft)),
        )

    def let_go(self) -> None:
        """The text goes: keep what is typed in it, for a draft and for the text that follows."""
        if self._text is not None:
            self.flush()
            self._text = None

    def keep_soon(self) -> None:
        """Words were typed: keep them within two seconds."""
        if not self._soon.isActive():
            self._soon.start()

    def flush(self) -> None:
        """Keep now what is being typed; nothing is kept of what was answered or left."""
        self._soon.stop()
        if self._text is None or not self._id:
            return
        typed, agreement_id = self._text.typed(), self._id
        self._last = typed
        if not typed:
            self._desk.runner.run(
                lambda practice: practice.drop_draft(agreement_id, FORM, Voice.PRACTITIONER), owner=self
            )
            return
        draft = Draft(
            subject_id=agreement_id,
            form=FORM,
            voice=Voice.PRACTITIONER,
            began_from=0,
            body=json.dumps(typed, ensure_ascii=False),
            saved_at=self._desk.clock.now(),
        )
        self._desk.runner.run(lambda practice: practice.keep_draft(draft), owner=self)


def typed_from(kept: object) -> dict[str, dict[str, str]]:
    """Words that were being typed, by commitment, from a draft of any shape."""
    if not isinstance(kept, dict):
        return {}
    return {
        str(key): {str(name): str(words) for name, words in typed.items()}
        for key, typed in kept.items()
        if isinstance(typed, dict)
    }


def _read(draft: Draft | None) -> dict[str, dict[str, str]]:
    try:
        return typed_from(json.loads(draft.body)) if draft is not None else {}
    except ValueError:
        return {}
