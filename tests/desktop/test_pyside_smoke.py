"""Some releases of PySide6 lose a reference to None on every call into Qt, and end the process some time later."""

import subprocess
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

EMITS = 5_000
CALLS = 2_000
# Other code may take or give a few references meanwhile; the fault takes one on every call.
SLACK = 200


class _Bell(QObject):
    rang = Signal(object)


def test_five_thousand_emits_arrive_and_nothing_breaks(qapp):
    bell, heard = _Bell(), []
    bell.rang.connect(heard.append)
    for number in range(EMITS):
        bell.rang.emit(number)
    assert len(heard) == EMITS


def test_calls_into_qt_take_no_reference_to_none(qapp):
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - SLACK


def test_a_process_outlives_ten_thousand_calls():
    """In a process of its own: the fault ends the whole process, which no assertion could tell."""
    program = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([]); label = QLabel()\n"
        "for number in range(10_000): label.setText('x')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-500:]
