"""What can be asked about the practitioner."""

from healingpartner.people.answers import in_order
from healingpartner.people.practitioner import store
from healingpartner.people.practitioner.model import Practitioner, PractitionerSheet
from healingpartner.vault.reading import Reader


def practitioner(db: Reader) -> Practitioner:
    """The practitioner; all empty before the first run is done."""
    return store.read_practitioner(db) or Practitioner(name="")


def sheet(db: Reader) -> PractitionerSheet:
    """The sheet that is printed for patients."""
    return PractitionerSheet(practitioner=practitioner(db), answers=in_order(store.read_answers(db)))
