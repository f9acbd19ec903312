"""That the practitioner thinks about an agreement which is still open."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinking:
    """since: when they asked for time; ask_again_on: a day or a part of one, or None."""

    since: Instant
    ask_again_on: PartialDate | None = None
