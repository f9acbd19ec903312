"""Which page stands at which place of the journal's task."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.journal.turned.begin_page import BeginPage
from healingpartner.desktop.journal.turned.open_page import OpenPage
from healingpartner.desktop.journal.turned.page import JournalPage
from healingpartner.desktop.journal.turned.place import Place
from healingpartner.desktop.journal.turned.read_page import ReadPage, TakeBackPage
from healingpartner.desktop.journal.turned.reflect_page import ReflectPage
from healingpartner.desktop.journal.turned.repair_page import RepairPage
from healingpartner.desktop.journal.turned.write_page import WritePage
from healingpartner.journal.model import Kind
from healingpartner.journal.reflections.model import ReflectionState
from healingpartner.journal.views import PersonJournal


def page_at(desk: Desk, found: PersonJournal, place: Place, subject_id: str) -> JournalPage:
    """The page; the first one where that place has nothing to show now."""
    match place:
        case Place.WRITE:
            kind, _slash, offer_id = subject_id.partition("/")
            return WritePage(desk, found, Kind(kind or Kind.THANKS.value), offer_id=offer_id)
        case Place.READ:
            line = next((one for one in found.lines if one.entry.id == subject_id and one.taken_back is None), None)
            return ReadPage(desk, found) if line is None else TakeBackPage(desk, found, line)
        case Place.REFLECT if found.going is None or found.going.patient_sealed is None:
            return ReflectPage(desk, found)
        case Place.OPEN if found.going is not None and found.going.state is ReflectionState.BOTH_SEALED:
            return OpenPage(desk, found, found.going)
        case Place.REPAIR:
            repair = next((one for one in found.repairs if one.id == subject_id), None)
            return RepairPage(desk, found, repair, entry_id="" if repair else subject_id)
    return BeginPage(desk, found)
