"""How often words were written another way or kept as they were, since the practice was opened.

For the practitioner's own eyes: it names no person, no text and no word, is written nowhere, and goes at locking.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """`replaced`: another word was taken; `kept`: the word stayed as it was."""

    replaced: int = 0
    kept: int = 0


_since_opened = Counts()


def now() -> Counts:
    """The counts as they stand."""
    return _since_opened


def add_replaced(_entry_id: str = "") -> None:
    """Another word was taken."""
    _let_stand(replace(_since_opened, replaced=_since_opened.replaced + 1))


def add_given_back(_entry_id: str = "") -> None:
    """The other word was taken back again, as if it had not been."""
    _let_stand(replace(_since_opened, replaced=max(0, _since_opened.replaced - 1)))


def add_kept(_entry_id: str = "") -> None:
    """A word was kept as it was."""
    _let_stand(replace(_since_opened, kept=_since_opened.kept + 1))


def forget() -> None:
    """Begin anew."""
    _let_stand(Counts())


def _let_stand(counts: Counts) -> None:
    global _since_opened  # noqa: PLW0603 - one practitioner, one pair of hands
    _since_opened = counts
