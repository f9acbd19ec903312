"""A key typed into a note of 5,000 words that is looked at through the lens, and texts made to make it wait.

Floor: the same note split into its words once. Ours: the marks of the whole note after one more letter.
"""

import re
from collections.abc import Iterator

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bench.measuring import Measured, Once, in_turn, percentile, reached, say, timed
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.theme import Look, Theme
from healingpartner.language.lens.entries import Where
from healingpartner.language.lens.lists import lens, word_list
from healingpartner.language.lens.looking import Lens, Reader

WORDS, LETTERS = 5_000, 100_000
KEY_MS, FRAME_MS, HOSTILE_MS = 5.0, 50.0, 50.0
SENTENCE = "On day {day} she slept {hours} hours, walked to the river with her sister and reports no pain in the knee. "
MARKED = "He denies pain, refused the labs of day {day} and his diabetes is poorly controlled. "
_WORD = re.compile(r"\w+")
HOSTILE = {
    "words in vain": "denies access " * (LETTERS // 14), "subjects": "she " * (LETTERS // 4),
    "quotation marks": "\" ' “ " * (LETTERS // 6), "bidi": "\u202edenies\u202c " * (LETTERS // 9),
    "ends of sentences": ". " * (LETTERS // 2), "lines": "\n" * LETTERS, "one word": "x" * LETTERS,
    "handed on": "> a. " * (LETTERS // 5), "combining marks": "a" + "\u0301" * LETTERS,
}  # fmt: skip


def note(*, paragraph: int) -> str:
    """About 5,000 words, five of a hundred to be marked, with an empty line after every `paragraph` sentences."""
    sentences = [
        (MARKED if day % 10 == 0 else SENTENCE).format(day=day, hours=day % 9)
        + ("\n\n" if day % paragraph == 0 else "")
        for day in range(1, 260)
    ]
    return "".join(sentences)


def test_a_key_in_a_long_note_costs_a_few_sentences() -> None:
    for name, text in (("in paragraphs", note(paragraph=6)), ("all in one", note(paragraph=10_000))):
        assert len(_WORD.findall(text)) >= WORDS
        reader, typed = Reader(lens("en"), Where.NOTES), iter(range(1, 10_000))
        reader.look(text)
        middle = len(text) // 2

        def key(text: str = text, reader: Reader = reader, middle: int = middle, typed: Iterator[int] = typed) -> None:
            reader.look(text[:middle] + "x" * next(typed) + text[middle:])

        measured = in_turn(timed(lambda text=text: _WORD.findall(text)), timed(key), rounds=200)
        _report("lens, a key, " + name, measured)
        assert percentile(measured.ours, 0.5) <= KEY_MS


def test_a_first_look_at_a_long_note_comes_in_short_steps() -> None:
    made = min(timed(lambda: Lens(word_list("en")))() for _round in range(5))
    reader, text = Reader(lens("en"), Where.NOTES), note(paragraph=6)
    steps = _steps(reader, text)
    say(
        "lens, the first look",
        f"{sum(steps):.0f} ms in {len(steps)} steps, longest {max(steps):.1f} · list {made:.0f} ms",
    )
    assert max(steps) <= FRAME_MS


def test_a_text_made_to_harm_never_makes_a_key_wait() -> None:
    for name, text in HOSTILE.items():
        longest = min(max(_steps(Reader(lens("en"), Where.LETTERS), text)) for _round in range(3))
        say("lens, " + name, f"longest step {longest:.1f} ms (goal {HOSTILE_MS})")
        assert longest <= HOSTILE_MS


def test_the_field_answers_keys_while_it_looks(qtbot: QtBot, qapp: object) -> None:
    Theme(look=Look.LIGHT).apply(qapp)
    text = note(paragraph=6)
    bare = TextField("Note", value=text, lines=8)
    field = LensField("Note", value=text, where=Where.NOTES, lines=8)
    for widget in (bare, field):
        qtbot.addWidget(widget)
        widget.resize(800, 500)
        with qtbot.waitExposed(widget):
            widget.show()
    qtbot.waitUntil(lambda: bool(field.marks()))
    keys = in_turn(_key_in(bare), _key_in(field), rounds=60)
    looks = [timed(field.look)() for _round in range(60) if _key_in(field)()]
    floor, ours = keys.p50()
    slowest = percentile(looks, 0.9)
    say(
        "lens, the field",
        f"× {keys.ratio:.2f} of a field without it · {floor:.1f} → {ours:.1f} ms a key · the look after a rest "
        f"{percentile(looks, 0.5):.1f} ms, p90 {slowest:.1f} (goal {FRAME_MS})",
    )
    assert slowest <= FRAME_MS


def _key_in(field: TextField) -> Once:
    """A letter typed into the text, until it is painted."""
    return timed(lambda: (QTest.keyClicks(field.text, "a"), field.text.viewport().repaint()))


def _steps(reader: Reader, text: str) -> list[float]:
    """Milliseconds between the points at which the screen may answer."""
    steps, going = [], reader.steps(text)
    while True:
        told: list[object] = []
        steps.append(timed(lambda told=told: told.append(next(going, "end")))())
        if told == ["end"]:
            return steps


def _report(name: str, measured: Measured) -> None:
    floor, ours = measured.p50()
    slowest = percentile(measured.ours, 0.99)
    say(
        name,
        f"× {measured.ratio:.2f} of splitting it into words · {floor:.2f} → {ours:.2f} ms "
        f"({reached(ours, KEY_MS)}) · p99 {slowest:.1f} ms",
    )
