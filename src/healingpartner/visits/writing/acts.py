"""What can be done about writing: the patient chooses how, and may choose anew at any time."""

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.store import ROOM
from healingpartner.visits.writing import store
from healingpartner.visits.writing.model import Way, WritingChoice, checked_choice, checked_own

KIND = "writing_choice"


def choose_writing(tx: Transaction, person_id: str, choice: str, *, shown: str, way: Way, words: str = "") -> str:
    """The patient chooses how their visits are written down; its id. `shown`: the words that told them why."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("voice", _("Only the patient can choose this."))
    if way is Way.ON_THE_TURNED_VIEW and tx.hand.place is not Place.TURNED:
        raise RuleBroken("way", _("Turn the screen first, or write down that it was said aloud."))
    chosen = WritingChoice(
        id=tx.new_id(),
        person_id=person_id,
        choice=checked_choice(choice),
        words=checked_own(words),
        shown=shown,
        way=way,
        chosen=tx.at,
    )
    store.put_choice(tx, chosen)
    tx.remember_words(room=ROOM, kind=KIND, subject_id=chosen.id, person_id=person_id, title="", words=chosen.words)
    return chosen.id
