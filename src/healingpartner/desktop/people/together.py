"""The Together tab: it begins with what matters to the person, then what is well, what settles, what they wish."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.desktop.people.about_card import AboutCard
from healingpartner.desktop.people.fact import Fact
from healingpartner.desktop.people.form_page import FORM
from healingpartner.desktop.people.joined_card import JoinedCard
from healingpartner.desktop.people.meeting_card import MeetingCard
from healingpartner.desktop.people.record_card import RecordCard
from healingpartner.desktop.people.side_by_side import SideBySide, clear
from healingpartner.desktop.people.unsaved_notice import UnsavedNotice
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answers, Said, by_question
from healingpartner.people.names import short_name
from healingpartner.people.practitioner.model import PractitionerSheet
from healingpartner.people.practitioner.views import sheet
from healingpartner.people.questions import GROUP_TITLES, Group, of_group, question
from healingpartner.people.reading import PersonRecord
from healingpartner.people.views import record
from healingpartner.practice import Changed
from healingpartner.vault.drafts import Draft


class TogetherPage(QWidget):
    """asked_for: a deeper page of this person by name: "change", "history", "merge", "erase", "meeting"."""

    asked_for = Signal(str)

    def __init__(self, desk: Desk, person_id: str) -> None:
        """Asks for the record, and again at every change of it."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        self._sheet: PractitionerSheet | None = None
        self._columns = SideBySide()
        scroll = ScrollPage(_("Together"), margin=0)
        scroll.column.setContentsMargins(0, 4, 8, 28)
        self._unsaved = UnsavedNotice()
        self._unsaved.wanted.connect(lambda: self.asked_for.emit("change"))
        scroll.column.addWidget(self._unsaved)
        scroll.column.addWidget(self._columns)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        desk.runner.changed.connect(self._on_changed)
        self._ask()

    def look_again(self) -> None:
        """Ask anew: a deeper page was left, perhaps with a draft."""
        self._ask()

    def _on_changed(self, change: Changed) -> None:
        if "people" in change.rooms:
            self._ask()

    def _ask(self) -> None:
        self._desk.runner.ask(sheet, owner=self, then=self._take_sheet)
        self._desk.runner.ask(record, self._person_id, owner=self, then=self._show)
        person_id = self._person_id
        self._desk.runner.run(
            lambda practice: practice.draft(person_id, FORM, Voice.PRACTITIONER), owner=self, then=self._show_draft
        )

    def _show_draft(self, draft: Draft | None) -> None:
        self._unsaved.setVisible(draft is not None)

    def _take_sheet(self, found: PractitionerSheet) -> None:
        self._sheet = found

    def _show(self, found: PersonRecord) -> None:
        clear(self._columns.main)
        clear(self._columns.aside)
        answers = by_question(found.answers)
        name = short_name(found.particulars.called or found.particulars.shown())
        self._columns.main.addWidget(self._matters(answers, name))
        for title, keys in (
            (_("What carries {name}").format(name=name), ("strengths", "well")),
            (_("Settled and unsettled"), ("settles", "unsettles")),
        ):
            self._columns.main.addWidget(_spoken_card(title, keys, answers))
        if self._sheet is not None:
            meeting = MeetingCard(self._sheet, answers, name)
            meeting.wanted.connect(lambda: self.asked_for.emit("meeting"))
            self._columns.main.addWidget(meeting)
        for merged in found.merged:
            self._columns.main.addWidget(JoinedCard(merged))
        about = AboutCard(found)
        about.opened.connect(lambda person_id: self._desk.ways.person.emit(person_id, ""))
        actions = RecordCard(self._desk, found)
        actions.asked_for.connect(self.asked_for)
        for part in (_wishes_card((Group.BODY,), answers), _wishes_card((Group.SHARING, Group.LIMITS), answers)):
            self._columns.aside.addWidget(part)
        self._columns.aside.addWidget(about)
        self._columns.aside.addWidget(actions)

    def _matters(self, answers: Answers, name: str) -> Card:
        card = Card()
        caption = _("What matters to {name}").format(name=name)
        answer = answers.get("matters")
        if answer is not None and answer.said is Said.SAID:
            card.column.addWidget(SpeechLabel(answer.words, voice=Voice.PATIENT, caption=caption, large=True))
            return card
        card.column.addWidget(PlainLabel(caption, tone="yours"))
        card.column.addWidget(PlainLabel(answer.read() if answer else _("Not asked yet."), tone="soft"))
        if answer is None:
            ask = LinkButton(_("Ask, and write it down"), icon="note-pencil")
            ask.clicked.connect(lambda: self.asked_for.emit("change"))
            card.column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeading)
        return card


def _spoken_card(title: str, keys: tuple[str, str], answers: Answers) -> Card:
    card = Card(title)
    if not any(key in answers for key in keys):
        card.column.addWidget(PlainLabel(_("Not asked yet."), tone="soft"))
        return card
    first, second = (_speech(key, answers) for key in keys)
    card.column.addWidget(TwoVoicePanel(first, second))
    return card


def _speech(key: str, answers: Answers) -> SpeechLabel:
    answer = answers.get(key)
    label = _(question(key).label)
    said = answer is not None and answer.said is Said.SAID
    caption = label if said else f"{label} · {answer.read() if answer else _('not asked yet')}"
    return SpeechLabel(answer.words if answer is not None and said else "", voice=Voice.PATIENT, caption=caption)


def _wishes_card(groups: tuple[Group, ...], answers: Answers) -> Card:
    card = Card(_(GROUP_TITLES[groups[0]]))
    given = [answers[each.key] for each in of_group(*groups) if each.key in answers]
    for answer in given:
        card.column.addWidget(Fact(_(question(answer.question).label), answer.read()))
    if not given:
        card.column.addWidget(PlainLabel(_("Not asked yet."), tone="soft"))
    return card
