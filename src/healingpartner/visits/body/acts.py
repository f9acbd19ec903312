"""What can be done on the body chart: lay a layer over it, by the side whose act it is."""

from collections.abc import Iterable, Sequence

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.words import _
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.body import store
from healingpartner.visits.body.model import Drawing, Side, Stroke, checked_layer
from healingpartner.visits.model import SIDES
from healingpartner.visits.store import ROOM, visit_with

KIND = "body_drawing"


def draw_on_body(
    tx: Transaction,
    person_id: str,
    side: Side,
    *,
    regions: Iterable[str] = (),
    strokes: Sequence[Stroke] = (),
    words: str = "",
    visit_id: str = "",
) -> str:
    """A dated layer that stays as it is; its id. RuleBroken when nothing is on it, or too much."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if tx.by not in SIDES:
        raise RuleBroken("voice", _("Each side answers for itself."))
    visit = visit_with(tx, visit_id) if visit_id else None
    if visit_id and (visit is None or visit.person_id not in ids_of(tx, person_id)):
        raise Refused(_("This visit is not here any more."), then=_("Please go back to the visits."))
    kept, drawn, said = checked_layer(side, regions, strokes, words)
    one = Drawing(
        id=tx.new_id(),
        person_id=person_id,
        visit_id=visit_id,
        voice=tx.by,
        side=side,
        regions=kept,
        strokes=drawn,
        words=said,
        drawn=tx.at,
    )
    store.put_drawing(tx, one)
    tx.remember_words(room=ROOM, kind=KIND, subject_id=one.id, person_id=person_id, title="", words=said)
    return one.id
