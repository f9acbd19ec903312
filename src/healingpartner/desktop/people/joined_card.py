"""A record that was joined to this one: everything in it, in sight below the person's own."""

from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.people.fact import Fact
from healingpartner.foundation.words import _
from healingpartner.people.copies import sections_of
from healingpartner.people.names import short_name
from healingpartner.people.reading import PersonRecord


class JoinedCard(Card):
    """All sections of the other record, one below the other."""

    def __init__(self, merged: PersonRecord) -> None:
        """`merged`: the record that is shown here from now on."""
        name = short_name(merged.particulars.shown())
        super().__init__(_("From the joined record of {name}").format(name=name), ground="sunk")
        for section in sections_of(merged):
            self.column.addWidget(PlainLabel(section.title, tone="label"))
            for entry in section.entries:
                self.column.addWidget(Fact(entry.label, entry.words))
