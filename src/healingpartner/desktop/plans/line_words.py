"""What a list says of a person's plan in a few words: promises of the practitioner that are open come first."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, ngettext, spoken
from healingpartner.plans.model import PlanState
from healingpartner.plans.reading import PlanLine
from healingpartner.plans.views import everyone, promises_due
from healingpartner.vault.reading import Reader

_SAID_BY_STATE: Mapping[PlanState, str] = {
    PlanState.OFFERED: N_("A plan is offered"),
    PlanState.TALKED_OVER: N_("A plan is talked over"),
    PlanState.REVIEWING: N_("The plan is being reworked"),
}


def plan_lines(db: Reader, today: date) -> Mapping[str, str]:
    """By person id; nobody of whom there is nothing to say."""
    owed = Counter(one.person_id for one in promises_due(db, today=today) if one.owner is not Voice.PATIENT)
    said = ((line.person_id, line_words(line, owed[line.person_id])) for line in everyone(db, today=today))
    return {person_id: words for person_id, words in said if words}


def line_words(line: PlanLine, owed: int) -> str:
    """Two promises of yours are open. `owed`: how many steps of the practitioner's are past their day."""
    if owed:
        return ngettext("{n} promise of yours is open", "{n} promises of yours are open", owed).format(
            n=spoken().number(owed)
        )
    if line.review_is_due:
        return _("Time to look at the plan together")
    said = None if line.state is None else _SAID_BY_STATE.get(line.state)
    return "" if said is None else _(said)
