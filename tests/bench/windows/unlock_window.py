"""Ours: the program as it starts, at the practice that is its argument; then the names of everything imported."""

import os
import sys
from pathlib import Path

from healingpartner.commands.line import parser

parser().parse_args([])

from painted import FirstPaint  # noqa: E402

from healingpartner.desktop.start import application, start  # noqa: E402 - in the order the program imports them
from healingpartner.foundation.clock import SystemClock  # noqa: E402

app = application()
clock = SystemClock()
started = start(app, clock=clock, rest_clock=clock, folder=Path(sys.argv[1]))
paint = FirstPaint(started.window)
started.window.show()
paint.wait()
sys.stdout.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
sys.stdout.flush()
os._exit(0)
