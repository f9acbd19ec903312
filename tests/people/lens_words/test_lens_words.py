"""Own words to look at: kept in the practice, changed, set aside, and answered beside their field."""

import pytest

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.language.lens.entries import Family, Level, Where
from healingpartner.language.lens.lists import word_list
from healingpartner.language.lens.looking import Lens
from healingpartner.language.lens.own import LONGEST_WORDS, MOST_OWN, with_own
from healingpartner.people.lens_words import views
from healingpartner.people.lens_words.acts import keep_words, set_words_aside
from healingpartner.people.lens_words.model import WordsAsked
from healingpartner.practice import Practice
from healingpartner.vault import migrations, proof


def asked(words: str = "bad nerves", **more: object) -> WordsAsked:
    return WordsAsked(**({"language": "en", "words": words, "instead": ("worry",)} | more))


def kept(practice: Practice, given: WordsAsked, own_id: str = "") -> str:
    return practice.do(keep_words, given, own_id=own_id, by=Voice.PRACTITIONER)


def marked(practice: Practice, text: str, where: Where = Where.NOTES) -> list[str]:
    own = [entry for language, entry in practice.ask(views.own_entries) if language == "en"]
    return [mark.words for mark in Lens(with_own(word_list("en"), own)).look(text, where)]


def test_own_words_are_kept_as_written_and_found_by_the_lens(practice: Practice) -> None:
    given = asked("  bad\tnerves ", instead=(" worry ", "", "fear"), reason="Vague.", level="amber", where=("notes",))
    own_id = kept(practice, given)
    (one,) = practice.ask(views.own_words)
    assert one.asked == asked("bad nerves", instead=("worry", "fear"), reason="Vague.", level="amber", where=("notes",))
    ((language, entry),) = practice.ask(views.own_entries)
    assert (language, entry.id, entry.family, entry.level) == ("en", f"own.{own_id}", Family.OWN, Level.AMBER)
    assert marked(practice, "Her bad nerves again.") == ["bad nerves"]
    assert marked(practice, "Her bad nerves again.", Where.LETTERS) == []


def test_words_are_changed_set_aside_and_taken_up_again(practice: Practice) -> None:
    own_id = kept(practice, asked())
    kept(practice, asked("weak nerves"), own_id)
    assert [one.asked.words for one in practice.ask(views.own_words)] == ["weak nerves"]
    practice.do(set_words_aside, own_id, by=Voice.PRACTITIONER)
    assert marked(practice, "weak nerves") == []
    assert [one.set_aside for one in practice.ask(views.own_words)] == [True]
    practice.do(set_words_aside, own_id, aside=False, by=Voice.PRACTITIONER)
    assert marked(practice, "weak nerves") == ["weak nerves"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": " \n\u200b"}, "words"),
        ({"words": "the"}, "words"),
        ({"words": "it ..2 is"}, "words"),
        ({"words": "*"}, "words"),
        ({"words": "(a+)+$"}, "words"),
        ({"words": "a* a* a* a* a* a*"}, "words"),
        ({"words": "nerves ..5 nerves ..5 nerves ..5 nerves"}, "words"),
        ({"words": "nerves " * 13}, "words"),
        ({"words": "n" * (LONGEST_WORDS + 1)}, "words"),
        ({"words": "🜁" * 40}, "words"),
        ({"instead": ()}, "instead"),
        ({"instead": ("a", "b", "c", "d")}, "instead"),
        ({"instead": ("x" * 81,)}, "instead"),
        ({"reason": "x" * 301}, "reason"),
        ({"where": ()}, "where"),
        ({"where": ("the moon",)}, "where"),
        ({"level": "red"}, "level"),
    ],
)
def test_words_that_are_empty_too_wide_too_long_or_would_run_away_are_answered_beside_their_field(
    practice: Practice, change: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as told:
        kept(practice, asked(**change))
    assert told.value.field == field
    assert told.value.sentence
    assert practice.ask(views.own_words) == ()


def test_the_same_words_are_kept_once_unless_the_first_were_set_aside(practice: Practice) -> None:
    first = kept(practice, asked())
    with pytest.raises(RuleBroken, match="words"):
        kept(practice, asked("BAD NERVES"))
    practice.do(set_words_aside, first, by=Voice.PRACTITIONER)
    kept(practice, asked("Bad nerves"))
    with pytest.raises(RuleBroken, match="words"):
        practice.do(set_words_aside, first, aside=False, by=Voice.PRACTITIONER)
    kept(practice, asked("bad nerves", language="es", instead=("miedo",)))


def test_a_list_has_an_end_and_an_entry_of_it_can_still_be_changed(practice: Practice) -> None:
    with practice.vault.transaction(by=Voice.PRACTITIONER, act="keep_words") as tx:
        ids = [keep_words(tx, asked(f"word{number}")) for number in range(MOST_OWN)]
    with pytest.raises(RuleBroken) as told:
        kept(practice, asked("one more"))
    assert told.value.field == "words"
    kept(practice, asked("one more"), ids[-1])


def test_what_is_gone_or_in_a_language_without_a_list_is_refused_kindly(practice: Practice) -> None:
    with pytest.raises(Refused):
        kept(practice, asked(), "nobody's")
    with pytest.raises(Refused):
        practice.do(set_words_aside, "nobody's", by=Voice.PRACTITIONER)
    with pytest.raises(Refused):
        kept(practice, asked(language="xx"))


def test_own_words_are_in_the_ledger_found_by_search_and_belong_to_nobody(practice: Practice) -> None:
    own_id = kept(practice, asked(reason="Vague."))
    line = practice.db.row("SELECT person_id, room FROM ledger WHERE subject_id = ?", own_id)
    assert line is not None
    assert tuple(line) == (None, "people")
    found = practice.db.row("SELECT person_id, title FROM found WHERE subject_id = ?", own_id)
    assert found is not None
    assert tuple(found) == (None, "bad nerves")
    assert [step.found for step in proof.present(practice.db, schema=migrations.newest()) if step.found] == []
