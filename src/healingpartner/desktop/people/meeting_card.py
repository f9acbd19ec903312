"""Both introductions of the first meeting, side by side in two voices."""

from PySide6.QtCore import Qt, Signal

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answer, Answers, Said, by_question
from healingpartner.people.practitioner.model import PractitionerSheet
from healingpartner.people.questions import Group, of_group


class MeetingCard(Card):
    """wanted: somebody wants to write their introduction down."""

    wanted = Signal()

    def __init__(self, sheet: PractitionerSheet, answers: Answers, name: str) -> None:
        """`answers`: the person's, by question; `name`: what they are called."""
        super().__init__(_("How we met"))
        mine, own = by_question(sheet.answers), sheet.practitioner.spoken_name() or _("You")
        asked = [each for each in of_group(Group.MEETING) if each.key in answers or each.key in mine]
        if not any(each.key in answers for each in asked):
            self.column.addWidget(PlainLabel(_("{name} has not told yet.").format(name=name), tone="soft"))
        for each in asked:
            self.column.addWidget(PlainLabel(_(each.ask), tone="label"))
            first = _speech(mine.get(each.key), Voice.PRACTITIONER, own)
            self.column.addWidget(TwoVoicePanel(first, _speech(answers.get(each.key), Voice.PATIENT, name)))
        link = LinkButton(_("Introduce yourselves"), icon="note-pencil")
        link.clicked.connect(self.wanted)
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)


def _speech(answer: Answer | None, voice: Voice, name: str) -> SpeechLabel:
    said = answer is not None and answer.said is Said.SAID
    told = answer.read() if answer is not None else _("not told yet")
    caption = name if said else f"{name} · {told}"
    return SpeechLabel(answer.words if answer is not None and said else "", voice=voice, caption=caption)
