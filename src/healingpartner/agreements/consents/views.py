"""What can be asked about consents."""

from collections.abc import Mapping
from dataclasses import dataclass

from healingpartner.agreements.consents import store
from healingpartner.agreements.consents.library import consent_wording
from healingpartner.agreements.consents.model import Consent, ConsentKind, ConsentWording, exact_text, text_sha256
from healingpartner.people.views import ids_of
from healingpartner.vault.reading import Reader, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One kind for one person. `standing`: what stands now, or None; `newer`: our words have changed since.

    `offered`: the words to be given now; `earlier`: everything given before, the newest first.
    """

    kind: ConsentKind
    offered: ConsentWording
    standing: Consent | None
    newer: bool
    earlier: tuple[Consent, ...]


def beside_of(db: Reader, person_id: str, *, language: str) -> tuple[Beside, ...]:
    """Every kind, records merged into theirs included. `language`: of the words offered now."""
    found = store.consents_of(db, ids_of(db, person_id))[::-1]
    lines: list[Beside] = []
    for kind in ConsentKind:
        offered = consent_wording(kind, language)
        of_kind = tuple(one for one in found if one.kind is kind)
        standing = next((one for one in of_kind if one.withdrawn is None), None)
        lines.append(
            Beside(
                kind=kind,
                offered=offered,
                standing=standing,
                newer=_changed(standing, offered),
                earlier=tuple(one for one in of_kind if one is not standing),
            )
        )
    return tuple(lines)


def _changed(standing: Consent | None, offered: ConsentWording) -> bool:
    """Whether our words in the language it was given in have changed since."""
    if standing is None or standing.wording.language != offered.language:
        return False
    return standing.text_sha256 != text_sha256(exact_text(offered))


def copy_of(db: Reader, person_id: str) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """Everything of this person beside the agreement, row by row."""
    return store.rows_of(db, ids_of(db, person_id))
