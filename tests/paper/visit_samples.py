"""Invented papers of a visit."""

from collections.abc import Callable
from dataclasses import replace

from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.beforehand_sheet import BeforehandCopy, beforehand_paper
from healingpartner.paper.plain_letter import PlainLetter, letter_paper
from healingpartner.paper.printed import Paper, Printed
from healingpartner.paper.visit_paper import VisitCopy, visit_paper
from healingpartner.visits.body.model import Drawing, Side
from healingpartner.visits.measurements.model import Measurement
from healingpartner.visits.model import Heard, HeardAnswer, Question, Word, WordKind
from healingpartner.visits.notes.library import templates
from healingpartner.visits.notes.model import Addendum, Note, NoteKind
from paper.elm import ELM, NOON

AMARA, MIRA = "Dr. Amara Osei", "Mira Rahimi"
DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT


def word(kind: WordKind, words: str, voice: Voice = OTHER) -> Word:
    return Word(id=words, visit_id="v", kind=kind, voice=voice, words=words, said=NOON)


def soap() -> Note:
    """A locked note in four parts, the first carried over, with words of both below it."""
    shape = next(one for one in templates("en") if one.key == "soap")
    told = (
        "Walked three evenings.",
        "Knee swollen, warm.",
        "Most likely overuse. A tear is less likely.",
        "Rest, then slow.",
    )
    filled = zip(shape.sections, told, strict=True)
    return Note(
        id="n",
        person_id="p",
        visit_id="v",
        kind=NoteKind.VISIT,
        template="soap",
        title="",
        sections=tuple(replace(one, words=words, carried=not at) for at, (one, words) in enumerate(filled)),
        about=NOON,
        written=NOON,
        signed=NOON,
        locked=NOON,
        addenda=(
            Addendum(id="a", voice=OTHER, words="It was Wednesday, not Tuesday.", added=NOON),
            Addendum(id="b", voice=DESK, words="Wednesday it is.", added=NOON),
        ),
    )


def visit() -> VisitCopy:
    return VisitCopy(
        practitioner=AMARA,
        patient=MIRA,
        at=NOON,
        made=NOON,
        words=(
            word(WordKind.FIRST_MINUTES, "It was like someone had put the light back on. Then my knee went."),
            word(WordKind.AGENDA, "How the walks after supper felt"),
            word(WordKind.AGENDA, "Whether I can garden this summer"),
            word(WordKind.AGENDA, "The second scan", DESK),
            word(WordKind.REMARK, "I was not angry, only tired."),
        ),
        heard=(
            Heard(
                id="h", visit_id="v", by=DESK, words="The good days make the bad ones harder.", said=NOON,
                answer=HeardAnswer.MENDED, mended="Not harder. More surprising.", answered=NOON,
            ),
            Heard(
                id="i", visit_id="v", by=OTHER, words="You will call on Friday.", said=NOON,
                answer=HeardAnswer.CONFIRMED, answered=NOON,
            ),
        ),
        questions=(
            Question(id="q", visit_id="v", asked_by=OTHER, words="Will it ever be quite gone?", asked=NOON),
            Question(
                id="r", visit_id="v", asked_by=OTHER, words="May I swim?", asked=NOON,
                answer="Yes, from next week on.", answered_by=DESK, answered=NOON,
            ),
        ),
        notes=(soap(),),
    )  # fmt: skip


def shown() -> VisitCopy:
    """A visit in which both marked the body and two figures were read, one of them wrongly."""
    zigzag = tuple((525 + at * 4, 1360 + (at % 5) * 14) for at in range(25))
    hers = Drawing(
        id="d", person_id="p", visit_id="v", voice=OTHER, side=Side.FRONT, regions=("left_knee",), strokes=(zigzag,),
        words="Burning, and worse on the stairs", drawn=NOON,
    )  # fmt: skip
    mine = replace(hers, voice=DESK, side=Side.BACK, regions=("lower_middle",), strokes=(((500, 800),),), words="")
    weight = Measurement(
        id="m", person_id="p", visit_id="v", what="Weight", value="71.5", unit="kg", words="At home, in the morning",
        voice=OTHER, measured=NOON,
    )  # fmt: skip
    wrong = replace(weight, value="17.5", set_aside=NOON)
    return replace(visit(), notes=(), layers=(hers, mine), measured=(wrong, weight))


def beforehand() -> BeforehandCopy:
    intake = next(one for one in templates("en") if one.key == "intake")
    return BeforehandCopy(
        practitioner=AMARA, patient=MIRA, template=intake, made=NOON, questions=("Will it ever be quite gone?",)
    )


def letter() -> PlainLetter:
    """To a colleague, with what the patient wants said."""
    shape = next(one for one in templates("en") if one.key == "letter")
    told = {
        "greeting": "Dear Dr. Adeyemi, thank you for seeing Mira Rahimi.",
        "known": "Her left knee has been swollen since Tuesday.",
        "wish": "I want to be able to walk to the lake.",
        "asked": "Could you look at the knee within two weeks?",
    }
    sections = tuple(replace(one, words=told.get(one.key, "")) for one in shape.sections)
    note = replace(soap(), kind=NoteKind.LETTER, template="letter", title="Dr. Ngozi Adeyemi", sections=sections)
    return PlainLetter(practitioner=AMARA, patient=MIRA, note=note, made=NOON)


PAPERS: dict[str, Callable[[Words, Paper], Printed]] = {
    "visit": lambda words, paper: visit_paper(visit(), letterhead=ELM, words=words, paper=paper),
    "visit-shown": lambda words, paper: visit_paper(shown(), letterhead=ELM, words=words, paper=paper),
    "plain-letter": lambda words, paper: letter_paper(letter(), letterhead=ELM, words=words, paper=paper),
    "beforehand": lambda words, paper: beforehand_paper(beforehand(), letterhead=ELM, words=words, paper=paper),
}
