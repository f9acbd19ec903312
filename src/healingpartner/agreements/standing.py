"""Where a signed agreement stands today, told by the rows beside it: due for renewal, or ended.

The signed row itself never changes, so this is reckoned whenever it is asked.
"""

from collections.abc import Callable, Mapping
from datetime import date

from healingpartner.agreements.consents import store as consents
from healingpartner.agreements.endings import store as endings
from healingpartner.agreements.endings.model import Stands
from healingpartner.agreements.endings.views import standing_ending
from healingpartner.agreements.model import Agreement, Standing, State
from healingpartner.agreements.on_paper import store as on_paper
from healingpartner.agreements.renewals import store as renewals
from healingpartner.agreements.renewals.model import a_year_on
from healingpartner.agreements.renewals.views import renewal_day
from healingpartner.agreements.sealed_copies import store as sealed_copies
from healingpartner.agreements.thinking import store as thinking
from healingpartner.vault.reading import Reader, Value


def state_today(db: Reader, agreement: Agreement, *, today: date | None) -> State:
    """SIGNED becomes ENDED or RENEWAL_DUE where the rows beside it say so; any other state stays.

    today: None where it does not matter whether it is time to renew.
    """
    if agreement.state is not State.SIGNED:
        return agreement.state
    ending = standing_ending(db, agreement.person_id)
    if ending is not None and ending.stands() is Stands.ENDED and ending.agreement_id == agreement.id:
        return State.ENDED
    if today is None:
        return State.SIGNED
    chosen = renewals.day_of(db, agreement.id)
    due = renewal_day(agreement, None if chosen is None else chosen.renew_on) <= today
    return State.RENEWAL_DUE if due else State.SIGNED


def states_today(db: Reader, *, today: date | None) -> Callable[[Standing], State]:
    """For a list of everyone: two readings for all, then a function of their standing."""
    ended, chosen = endings.ended_agreements(db), renewals.every_day(db)

    def state(standing: Standing) -> State:
        if standing.state is not State.SIGNED or standing.signed is None:
            return standing.state
        if standing.agreement_id in ended:
            return State.ENDED
        if today is None:
            return State.SIGNED
        day = chosen.get(standing.agreement_id) or a_year_on(standing.signed.local().date())
        return State.RENEWAL_DUE if day <= today else State.SIGNED

    return state


def copy_of_beside(db: Reader, person_ids: tuple[str, ...]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Every row beside the agreement of these ids, by table: renewing, ending, letters, consents, sealed copies."""
    rooms = (renewals, endings, consents, sealed_copies, on_paper, thinking)
    return {table: rows for room in rooms for table, rows in room.rows_of(db, person_ids).items()}
