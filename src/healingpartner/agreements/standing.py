"""Where a signed agreement stands today, told by the rows beside it: due for renewal, or ended.

The signed row itself never changes, so this is reckoned whenever it is asked.
"""

from collections.abc import Callable, Mapping
from datetime import date

from healingpartner.agreements.endings import store as endings
from healingpartner.agreements.endings.model import Stands
from healingpartner.agreements.endings.views import standing_ending
from healingpartner.agreements.model import Agreement, Standing, State
from healingpartner.agreements.renewals import store as renewals
from healingpartner.agreements.renewals.model import a_year_on
from healingpartner.agreements.renewals.views import renewal_day
from healingpartner.foundation.clock import Instant
from healingpartner.vault.reading import Reader, Value


def state_today(db: Reader, agreement: Agreement, *, today: date) -> State:
    """SIGNED becomes ENDED or RENEWAL_DUE where the rows beside it say so; any other state stays."""
    if agreement.state is not State.SIGNED:
        return agreement.state
    ending = standing_ending(db, agreement.person_id)
    if ending is not None and ending.stands() is Stands.ENDED and ending.agreement_id == agreement.id:
        return State.ENDED
    chosen = renewals.day_of(db, agreement.id)
    due = renewal_day(agreement, None if chosen is None else chosen.renew_on) <= today
    return State.RENEWAL_DUE if due else State.SIGNED


def states_today(db: Reader, *, today: date) -> Callable[[str, Standing], State]:
    """For a list of everyone: three readings for all, then a function of (person id, their standing)."""
    ended: Mapping[str, Instant] = endings.every_standing_end(db)
    chosen = renewals.every_day(db)

    def state(person_id: str, standing: Standing) -> State:
        if standing.state is not State.SIGNED or standing.signed is None:
            return standing.state
        if person_id in ended:
            return State.ENDED
        day = chosen.get(standing.agreement_id) or a_year_on(standing.signed.local().date())
        return State.RENEWAL_DUE if day <= today else State.SIGNED

    return state


def copy_of_beside(db: Reader, person_ids: tuple[str, ...]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Every row beside the agreement of these ids, by table: renewing, ending, letters."""
    return renewals.rows_of(db, person_ids) | endings.rows_of(db, person_ids)
