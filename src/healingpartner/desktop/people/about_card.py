"""The facts about a person at a glance: name in their papers, birth date, how to reach them, who is around them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal

from healingpartner.desktop.kit.buttons import LinkButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.fact import Fact
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.people.answers import by_question
from healingpartner.people.called import OWN_WORDS
from healingpartner.people.model import CONTACT_WORDS, LINK_WORDS
from healingpartner.people.names import short_name
from healingpartner.people.questions import Group, of_group, question
from healingpartner.people.reading import PersonRecord


class AboutCard(Card):
    """opened: the id of a linked person."""

    opened = Signal(str)

    def __init__(self, found: PersonRecord) -> None:
        """Only what is known is shown."""
        super().__init__(
            _("About {name}").format(name=short_name(found.particulars.called or found.particulars.shown()))
        )
        lines = list(_facts(found))
        for label, words in lines:
            self.column.addWidget(Fact(label, words))
        if not lines:
            self.column.addWidget(PlainLabel(_("Nothing but a name so far."), tone="soft"))
        for person_id, name in self._linked(found).items():
            link = LinkButton(_("Open {name}").format(name=short_name(name, 20)), icon="user")
            link.clicked.connect(lambda _checked, who=person_id: self.opened.emit(who))
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    @staticmethod
    def _linked(found: PersonRecord) -> dict[str, str]:
        return {**found.link_names, **{each.person_id: each.name for each in found.named_by}}


def _facts(found: PersonRecord) -> Iterator[tuple[str, str]]:
    given, words = found.particulars, spoken()
    answers = by_question(found.answers)
    facts = [
        (_("Name in their papers"), given.legal_name if given.preferred_name else ""),
        (_("Birth date"), words.partial_date(given.birth_date) if given.birth_date else ""),
        (_("Language"), given.language),
        *((_(each.label), answers[each.key].read()) for each in of_group(Group.SELF) if each.key in answers),
        *((_(question(each).label), answers[each].read()) for each in (OWN_WORDS,) if each in answers),
        *((_(CONTACT_WORDS[each.kind]), _joined(each.value, each.note)) for each in given.contacts),
        (_("Address"), given.address),
    ]
    for link in given.links:
        gone = _("someone whose record was erased") if link.other_id else ""
        who = link.name or found.link_names.get(link.other_id, gone)
        facts.append((_(LINK_WORDS[link.kind]), _joined(who, link.relation, link.reach, link.basis)))
    facts += [(each.system or _("Number"), each.value) for each in given.identifiers]
    facts += [(_("Also known here as"), each.particulars.shown()) for each in found.merged]
    yield from ((label, text) for label, text in facts if text)


def _joined(*parts: str) -> str:
    return " · ".join(isolated(part) for part in parts if part)
