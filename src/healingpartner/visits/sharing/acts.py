"""What can be done: the patient says what somebody may see, and may say it otherwise at any time."""

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Place, Voice
from healingpartner.foundation.words import _
from healingpartner.people.views import is_here
from healingpartner.vault.transaction import Transaction
from healingpartner.visits.sharing import store
from healingpartner.visits.sharing.model import Sharing, Way, checked_reach, checked_who, checked_words
from healingpartner.visits.store import ROOM

KIND = "visit_sharing"


def say_who_sees(tx: Transaction, person_id: str, who: str, reach: str, *, way: Way, words: str = "") -> str:
    """What `who` may see of the notes, as the patient said it; its id. RuleBroken beside a part."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if tx.by is not Voice.PATIENT:
        raise RuleBroken("voice", _("Only the patient can choose this."))
    if way is Way.ON_THE_TURNED_VIEW and tx.hand.place is not Place.TURNED:
        raise RuleBroken("way", _("Turn the screen first, or write down that it was said aloud."))
    one = Sharing(
        id=tx.new_id(),
        person_id=person_id,
        who=checked_who(who),
        reach=checked_reach(reach),
        words=checked_words(words),
        way=way,
        chosen=tx.at,
    )
    store.put_sharing(tx, one)
    tx.remember_words(room=ROOM, kind=KIND, subject_id=one.id, person_id=person_id, title=one.who, words=one.words)
    return one.id
