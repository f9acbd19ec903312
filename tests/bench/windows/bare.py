"""The floor: a bare PySide6 window."""

import os
import sys

from painted import FirstPaint
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
paint = FirstPaint(window)
window.resize(1280, 820)
window.show()
paint.wait()
os._exit(0)
