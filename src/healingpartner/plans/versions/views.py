"""What can be asked about agreed versions: one whole, and two side by side."""

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.plans.versions import store
from healingpartner.plans.versions.comparison import compare
from healingpartner.plans.versions.model import PlanVersion
from healingpartner.vault.reading import Reader

__all__ = ["compare", "version_with"]


def version_with(db: Reader, version_id: str) -> PlanVersion:
    """The version of that id, as both agreed to it; Refused when it is not here."""
    version = store.version_with(db, version_id)
    if version is None:
        raise Refused(_("There is no such version of this plan."))
    return version
