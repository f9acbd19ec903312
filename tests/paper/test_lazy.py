"""What is heavy is loaded when something is first printed, and not before."""

import subprocess
import sys

HEAVY = ("reportlab", "pikepdf", "pypdfium2", "segno", "arabic_reshaper", "bidi", "babel")
ROOMS = ("agreement", "person_sheet", "practitioner_sheet", "recovery_sheet", "preview", "stationery")


def test_opening_the_room_loads_nothing_heavy() -> None:
    code = (
        f"import sys\nfor room in {ROOMS!r}: __import__('healingpartner.paper.' + room)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reportlab_never_evaluates_a_colour() -> None:
    from reportlab import rl_config

    assert rl_config.toColorCanUse == "rl_extended_literal_eval"
