"""`run(folder)`: the whole tour, from first run to restored backup."""

import sys
from pathlib import Path

from healingpartner.desktop.tour.place import home_of_its_own


def run(folder: Path) -> int:
    """Take the whole tour into `folder`; 0 only when every step held.

    For a process of its own: it sets the environment before Qt starts.
    """
    with home_of_its_own() as home:
        from healingpartner.desktop.start import application
        from healingpartner.desktop.tour.driver import Tour
        from healingpartner.desktop.tour.steps.all import STEPS
        from healingpartner.desktop.tour.walk import told, walk

        tour = Tour(folder, home)
        try:
            whole = walk(tour, STEPS)
        finally:
            tour.end()
            application().shutdown()  # Qt writes what its dialogs remember; the home is taken away after that
        sys.stdout.write(told(folder, tour))
    return 0 if whole else 1
