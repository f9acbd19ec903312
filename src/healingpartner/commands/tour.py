"""`healingpartner tour DIR`: the real pages, driven without a screen."""

import os
from pathlib import Path

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _


def take(folder: Path) -> int:
    """Take the tour into `folder`, made when missing. 0 only if every step held. Refused when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refused(
            _("The tour cannot be kept in {folder}.").format(folder=folder),
            then=_("Choose a folder that you may write to."),
        ) from None
    # Pictures must be the same on every computer, so the tour never uses the screen it finds.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from healingpartner.desktop.tour.run import run

    return run(folder)
