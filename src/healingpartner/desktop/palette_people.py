"""What the palette of the frame offers: people by their names, its acts, and words found in records."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.actions import Actions
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.palette import Entry, Palette, person_entry
from healingpartner.desktop.people.list_model import born_words
from healingpartner.foundation.text import fold, isolated
from healingpartner.foundation.words import _
from healingpartner.people.reading import ListRow
from healingpartner.vault.search import Hit, find

MOST_HITS = 12
_MOST_SHOWN = 5
_TABS = {"agreements": "agreement", "plans": "plan", "visits": "visits", "journal": "journal"}

Open = Callable[[str, str], None]


def palette_over(host: QWidget, desk: Desk, rows: Sequence[ListRow], actions: Actions, open_person: Open) -> Palette:
    """The palette, to be shown over `host`. In discreet mode it knows of nobody."""
    acts = [
        Entry(text=act.text, folded=fold(act.text), icon=act.icon, keys=act.keys, run=partial(actions.run, act.id))
        for act in actions.listed()
    ]
    if desk.settings.values.discreet:
        return Palette(host, (), acts)
    names = {row[0]: row[1] for row in rows}

    def look(typed: str, told: Callable[[Sequence[Entry]], None]) -> None:
        desk.runner.ask(
            find, typed, limit=MOST_HITS, owner=palette, then=lambda found: told(hits(found, names, open_person))
        )

    palette = Palette(host, entries(rows, open_person), acts, look=look)
    return palette


def entries(rows: Sequence[ListRow], open_person: Open) -> list[Entry]:
    """Everyone by name; people of one name are told apart by their birth dates."""
    often = Counter(row[1] for row in rows)
    return [
        person_entry(
            row[1],
            row[2],
            partial(open_person, row[0], ""),
            beside=born_words(row[5]) if often[row[1]] > 1 else "",
        )
        for row in rows
    ]


def hits(found: Sequence[Hit], names: Mapping[str, str], open_person: Open) -> list[Entry]:
    """Where words stand in the records of people of the list, newest first; each leads to the tab it stands on."""
    shown: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    for hit in found:
        person_id, tab = hit.person_id or "", _TABS.get(hit.room, "")
        # A person's own entry begins with their name, which the palette finds by itself.
        if person_id not in names or not tab or (person_id, tab) in seen:
            continue
        seen.add((person_id, tab))
        text = _("In the record of {name}: {words}").format(
            name=isolated(names[person_id]), words=isolated(hit.title or hit.preview)
        )
        shown.append(Entry(text=text, folded="", icon="file-text", run=partial(open_person, person_id, tab)))
    return shown[:_MOST_SHOWN]
