"""Money: whole minor units and an ISO 4217 code; never a float."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=False)
class Money:
    """`minor`: cents, pence …, may not be negative; `currency`: three capital letters (ISO 4217)."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        """Raises ValueError for a negative amount or a code that is not three capital letters."""
        if self.minor < 0:
            raise ValueError("money is counted from nothing upward")
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):
            raise ValueError("a currency is an ISO 4217 code")
