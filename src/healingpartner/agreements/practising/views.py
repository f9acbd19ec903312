"""What can be asked: how the practitioner stands to each commitment of a wording."""

from collections.abc import Mapping

from healingpartner.agreements.practising import store
from healingpartner.agreements.practising.model import Adoption
from healingpartner.vault.reading import Reader


def adopted(db: Reader) -> Mapping[str, Adoption]:
    """Every adoption by the id of its commitment."""
    return {one.commitment_id: one for one in store.adoptions(db)}
