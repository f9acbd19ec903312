"""Letters of goodbye are looked at through the lens as they are written; the patient's own words are not."""

from desktop.agreements.test_beside import ending, signed_person, tab_of
from desktop.stage import Stage
from healingpartner.desktop.agreements.ending_letters import EndingLetters
from healingpartner.desktop.kit.lens_field import LensField


def writing(stage: Stage) -> EndingLetters:
    letters = ending(tab_of(stage, stage.do(signed_person))).letters
    letters.write_link.click()
    return letters


def test_words_of_a_letter_are_looked_at_and_the_letter_is_kept_as_it_stands(stage: Stage) -> None:
    letters = writing(stage)
    field = letters.texts["closing"]
    assert isinstance(field, LensField)
    field.text.insertPlainText("Mira was difficult, and nothing more can be done.")
    stage.qtbot.waitUntil(lambda: [one.words for one in field.marks()] == ["difficult", "nothing more can be done"])
    letters.kind.set_value("release")
    letters.to_whom.set_value("Dr. Lind")
    letters.keep_button.click()
    stage.qtbot.waitUntil(lambda: bool(letters.links))
    kept = stage.do(lambda practice: practice.db.rows("SELECT closing FROM hand_on_letter"))
    assert [tuple(row) for row in kept] == [("Mira was difficult, and nothing more can be done.",)]


def test_other_words_that_are_pressed_reach_the_draft(stage: Stage) -> None:
    letters = writing(stage)
    field = letters.texts["helped"]
    assert isinstance(field, LensField)
    field.text.insertPlainText("She denies pain.")
    stage.qtbot.waitUntil(lambda: bool(field.marks()))
    field.list.toggle.setChecked(True)
    field.list.rows[0].buttons[0].click()
    assert letters.typed()["helped"] == "She reports no pain."


def test_the_patients_own_words_are_not_looked_at(stage: Stage) -> None:
    assert not isinstance(writing(stage).texts["asked_for"], LensField)
