"""The filter over everyone's names, in memory."""

from hypothesis import given, strategies as st

from healingpartner.desktop.kit.person_row import NAME_ROLE, NOTE_ROLE
from healingpartner.desktop.people.list_model import ID_ROLE, PeopleModel
from healingpartner.people.names import folded_names, matches, wanted_words

NAMES = ("Mira Rahimi", "Anh Nguyễn", "Елена Королёва", "王小明", "שירה לוי", "داریوش امینی", "<b>Ann</b>")
ROWS = [(f"id{at}", name, folded_names(name), "new", "", "") for at, name in enumerate(NAMES)]


def model(rows=ROWS):
    made = PeopleModel()
    made.show_everyone(rows)
    return made


def shown(made):
    return [made.data(made.index(row, 0), NAME_ROLE) for row in range(made.rowCount())]


def test_two_characters_of_any_script_narrow_the_list():
    for typed, name in (("mi", "Mira Rahimi"), ("ng", "Anh Nguyễn"), ("ко", "Елена Королёва"), ("小明", "王小明"),
                        ("לו", "שירה לוי"), ("ام", "داریوش امینی")):  # fmt: skip
        made = model()
        made.filter(typed)
        assert name in shown(made), typed


def test_one_keystroke_is_one_reset():
    made, resets = model(), []
    made.modelReset.connect(lambda: resets.append(1))
    made.filter("m")
    made.filter("m ")
    assert len(resets) == 1


@given(st.lists(st.text(alphabet="mirahn к小", max_size=6), min_size=1, max_size=8))
def test_however_it_was_typed_the_hits_are_those_of_what_stands_there(typing):
    made = model()
    for typed in typing:
        made.filter(typed)
    wanted = wanted_words(typing[-1])
    assert shown(made) == [row[1] for row in ROWS if matches(row[2], wanted)]


def test_rows_that_change_stay_filtered_and_rooms_may_say_the_second_line():
    made = model()
    made.filter("mira")
    made.show_everyone([*ROWS, ("id9", "Miranda", "miranda", "partners", "2026-03-03", "")])
    assert shown(made) == ["Mira Rahimi", "Miranda"]
    made.show_lines({"id0": "Agreement waits"})
    notes = [made.data(made.index(row, 0), NOTE_ROLE) for row in range(2)]
    assert notes == ["Agreement waits", "Partners since March 2026"]
    assert made.data(made.index(1, 0), ID_ROLE) == "id9"
    assert made.row_of("id9") == 1
    assert made.id_at(7) == ""


def test_people_of_one_name_are_told_apart_by_their_birth_date():
    rows = [(f"id{at}", "Ann Lee", "ann lee", "new", "", born) for at, born in enumerate(("1970", "1991-05", ""))]
    made = model([*rows, ("id9", "Ben", "ben", "new", "", "1970")])
    notes = [made.data(made.index(row, 0), NOTE_ROLE) for row in range(4)]
    assert notes[:2] == ["1970 · New · no agreement yet", "May 1991 · New · no agreement yet"]
    assert notes[2:] == ["New · no agreement yet"] * 2
