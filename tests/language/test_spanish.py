"""Spanish syllables on words that the spelling rules decide, and the formula on counts."""

import pytest

from healingpartner.language.reading_level import TextCounts
from healingpartner.language.spanish import Ease, count_spanish, inflesz, spanish_syllables, szigriszt_pazos

SYLLABLES = {
    1: "y o yo ya hoy muy rey ley buey soy pie bien guion huir que qui vi fue fui luz riáis",
    2: "cuerpo aire causa ciudad cuidar bueno nuestro leer día país caos quiero guía pingüe siete miedo hielo hueso "
    "ahí oír reír ayer ruido viuda aunque agua búho cambiáis rehén",
    3: "ahora cuídate palabra promesa decidir ayuda opinión confianza ahuecar Uruguay vergüenza pingüino querida "
    "siguiente cualquiera respeto idea prohíbe vivíais caía",
    4: "alegría enfermedad necesitas lingüística poesía oíamos profesional contraído ahuecamos averiguáis experiencia "
    "honestidad tranquilidad",
    5: "medicamento ecografía fisioterapia",
    6: "responsabilidad",
    7: "antiinflamatorio",
}
WORDS = [(word, count) for count, line in SYLLABLES.items() for word in line.split()]
PASSAGE = "Caminamos diez minutos cada día. Si te duele, paramos y hablamos."


@pytest.mark.parametrize(("word", "count"), WORDS)
def test_a_spanish_word_has_the_syllables_that_its_spelling_gives(word: str, count: int) -> None:
    assert spanish_syllables(word) == count
    assert spanish_syllables(word.upper()) == count


def test_the_formula_gives_the_known_ease_for_known_counts() -> None:
    easy = TextCounts(words=100, sentences=10, syllables=200, polysyllables=0)
    hard = TextCounts(words=100, sentences=4, syllables=220, polysyllables=0)
    assert szigriszt_pazos(easy) == pytest.approx(72.235)
    assert szigriszt_pazos(hard) == pytest.approx(44.775)


@pytest.mark.parametrize(
    ("score", "step"),
    [
        (39.9, Ease.VERY_HARD),
        (40, Ease.RATHER_HARD),
        (55, Ease.NORMAL),
        (65, Ease.RATHER_EASY),
        (80, Ease.VERY_EASY),
        (130, Ease.VERY_EASY),
        (-20, Ease.VERY_HARD),
    ],
)
def test_a_score_stands_on_one_step_of_inflesz(score: float, step: Ease) -> None:
    assert inflesz(score) is step


def test_a_known_passage_is_counted_as_a_reader_counts_it() -> None:
    counts = count_spanish(PASSAGE)
    assert (counts.words, counts.sentences, counts.syllables) == (11, 2, 23)
    assert szigriszt_pazos(counts) == pytest.approx(206.835 - 62.3 * 23 / 11 - 5.5)


def test_opening_marks_and_names_do_not_disturb_the_count() -> None:
    assert count_spanish("¿Te duele? ¡No! Dra. Ruiz, gracias.").sentences == 3
    assert count_spanish("Toma Ibuprofeno 400.", leave_out={"ibuprofeno"}).words == 1


def test_a_text_without_spanish_words_has_no_ease() -> None:
    with pytest.raises(ValueError, match="no words"):
        count_spanish("1 2 3 ¿?")
