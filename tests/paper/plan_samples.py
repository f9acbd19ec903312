"""An invented plan of two: Mira, who does not sleep, and Dr. Osei."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.plan.consent import TreatmentConsentCopy, treatment_consent_paper
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.decided import plan_paper
from healingpartner.paper.plan.goal_sheet import goal_paper
from healingpartner.paper.plan.grid import grid_paper
from healingpartner.paper.plan.history import HistoryCopy, history_paper
from healingpartner.paper.plan.medicines import medicines_paper
from healingpartner.paper.plan.step_list import step_list
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.plans.consents.model import ConsentWay, TreatmentConsent
from healingpartner.plans.decisions.model import (
    Decision,
    DecisionState,
    Direction,
    Evidence,
    EvidenceKind,
    Felt,
    GridRow,
    Leaning,
    Option,
    OptionKind,
    OptionStanding,
    Outcome,
    Reversible,
    Stance,
)
from healingpartner.plans.differing.model import About, Alternative, AlternativeState, Dissent, DissentState
from healingpartner.plans.goals.model import Form, Goal, GoalState, Rating
from healingpartner.plans.model import Plan, PlanState
from healingpartner.plans.money import Ceiling, Cost, Per
from healingpartner.plans.numbers.estimate import (
    Basis,
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeDirection,
    OutcomeEstimate,
    Sureness,
)
from healingpartner.plans.parts.model import GoingOn, PartStance, PartVoice
from healingpartner.plans.steps.model import DayTime, Step, StepState, Treatment, TreatmentKind, WithFood
from healingpartner.plans.versions.model import Acknowledgement, AckWay, Names, PlanContents, PlanVersion, VersionLine
from paper.elm import ELM, NOON

NAMES = Names(patient="Mira Rahimi", called="Mira", practitioner="Dr. Amara Osei")
SHA = "9f2c8a1b" * 8
EIGHT_WEEKS = Horizon(amount=8, unit=HorizonUnit.WEEKS)
SLEEP = OutcomeEstimate(
    outcome="sleep better", direction=OutcomeDirection.BENEFIT, horizon=EIGHT_WEEKS, n_with=38, n_without=24,
    denominator=100, interval_with=Interval(low=30, high=46), basis=Basis.TRIAL, sureness=Sureness.MODERATE,
    source="Lind and others 2024", checked_on=date(2026, 11, 3),
)  # fmt: skip
DROWSY = replace(
    SLEEP, outcome="feel drowsy by day", direction=OutcomeDirection.HARM, n_with=20, n_without=8, interval_with=None
)

WALK = Option(
    id="walk", plan_id="p", decision_id="sleep", label="Walk after supper, four evenings a week",
    kind=OptionKind.DAILY_LIFE, proposed_by=Voice.PATIENT, involves="Twenty minutes by the canal, before it is dark.",
    effort="Twenty minutes, four evenings", reversible=Reversible.EASILY,
    cost=Cost(low=Money(minor=0, currency="EUR"), high=Money(minor=0, currency="EUR"), per=Per.MONTH),
    leaning=Leaning(stance=Stance.TOWARD, reason="You sleep better after a day outside. You told me so twice."),
    evidence=(Evidence(kind=EvidenceKind.OWN, words="In May I walked, and I slept.",
                       dated=PartialDate(year=2026, month=5)),),
    estimates=(SLEEP,), felt=Felt(inner_words="My body says yes to this.", direction=Direction.TOWARD, preference=9,
                                  ready=9, ready_why="The evenings are free.", sure=8),
    cells={"dog": "He would love it."}, standing=OptionStanding.CHOSEN,
)  # fmt: skip
PILL = Option(
    id="pill", plan_id="p", decision_id="sleep", label="Low-dose amitriptyline", place=1,
    involves="One small tablet at night.", helps="Sleep and nerve pain.", harms="A dry mouth. A heavy head by day.",
    effort="One tablet at night", cautions="Not with the drops for your eyes.", reversible=Reversible.EASILY,
    cost=Cost(low=Money(minor=600, currency="EUR"), high=Money(minor=600, currency="EUR"), per=Per.MONTH),
    leaning=Leaning(stance=Stance.EITHER, reason="It may help the pain too. It may also dull your days."),
    evidence=(Evidence(kind=EvidenceKind.STUDY, words="Three small trials.", source="Moore 2015",
                       dated=PartialDate(year=2015)),),
    estimates=(replace(SLEEP, n_with=45, interval_with=Interval(low=35, high=55)), DROWSY),
    felt=Felt(inner_words="I am afraid of the fog.", direction=Direction.AWAY, preference=3, ready=3, sure=6),
    cells={"dog": "He would not notice."}, standing=OptionStanding.DECLINED,
)  # fmt: skip
WAIT = Option(
    id="wait", plan_id="p", decision_id="sleep", label="Wait and watch, six weeks", place=2, kind=OptionKind.WAIT,
    estimates=(replace(SLEEP, n_with=24, n_without=None, interval_with=None, source=""),),
    felt=Felt(inner_words="Feels like being left alone.", preference=4, ready=4, sure=4),
    standing=OptionStanding.FALLBACK,
)  # fmt: skip
DECISION = Decision(
    id="sleep", plan_id="p", question="What could help me to sleep without listening for my heart?",
    why_now="I have been tired for a year.", rows=(GridRow(id="dog", words="What would the dog say?"),),
    revisit_if="If I still lie awake at New Year.", state=DecisionState.DECIDED,
    outcome=Outcome(by=Voice.PATIENT, decided=NOON, chosen=("walk",), words="I want to try with my own legs first."),
)  # fmt: skip
GOAL = Goal(
    id="g", plan_id="p", patient_words="I want to sleep without listening for my heart.",
    shared_wording="Nights slept through in a week", form=Form.FIVE, importance=3, difficulty=2, baseline=-2,
    levels={-2: "no night slept through", -1: "1 night", 0: "3 nights", 1: "5 nights", 2: "every night"},
    by_when=PartialDate(year=2027, month=2), state=GoalState.ACTIVE,
)  # fmt: skip
STEPS = (
    Step(id="1", plan_id="p", owner=Voice.PRACTITIONER, what="send the thyroid paper", proposed_by=Voice.PRACTITIONER,
         due_on=date(2026, 11, 23), state=StepState.TAKEN_ON, taken_by=(Voice.PRACTITIONER,)),
    Step(id="2", plan_id="p", owner=Voice.PRACTITIONER, what="call the physiotherapist", proposed_by=Voice.PATIENT,
         due_on=date(2026, 11, 27), state=StepState.TAKEN_ON, taken_by=(Voice.PRACTITIONER,)),
    Step(id="3", plan_id="p", owner=Voice.PATIENT, what="walk after supper", how_often="4 evenings",
         proposed_by=Voice.PATIENT, state=StepState.UNDER_WAY, taken_by=(Voice.PATIENT,),
         in_the_way="Rain.", supports="The dog."),
    Step(id="4", plan_id="p", owner=Voice.PATIENT, what="note which evenings felt safe",
         proposed_by=Voice.PRACTITIONER, state=StepState.TAKEN_ON, taken_by=(Voice.PATIENT,)),
)  # fmt: skip
PLAN = Plan(
    id="p", person_id="m", title="Sleeping again", made=NOON, state=PlanState.UNDER_WAY,
    matters="To garden with my granddaughter through the summer.",
    ceiling=Ceiling(amount=Money(minor=4_000, currency="EUR")), review_on=date(2026, 12, 1),
    reach="555 0134, weekdays from 8 to 18.",
)  # fmt: skip
ACKS = (
    Acknowledgement(id="a", plan_id="p", voice=Voice.PATIENT, way=AckWay.SPOKEN, contents_sha256=SHA, at=NOON),
    Acknowledgement(id="b", plan_id="p", voice=Voice.PRACTITIONER, way=AckWay.SIGNED, contents_sha256=SHA, at=NOON),
)
SMALL = PlanContents(plan=PLAN, decisions=(DECISION,), options=(WALK, PILL, WAIT), steps=STEPS)

LIGHTER = replace(
    WALK, id="lighter", label="Two evenings a week, with the dog", place=3, instead_of="walk", estimates=(),
    standing=OptionStanding.CHOSEN, cost=None,
)  # fmt: skip
DISSENTS = (
    Dissent(id="d", plan_id="p", about=About.OPTION, about_id="pill", by=Voice.PATIENT, said=NOON,
            words="I do not want to take anything for my head.", why="My mother slept through her last year.",
            answer="I hear that. I would still keep it in mind if the nights get worse.", answered=NOON,
            state=DissentState.NEGOTIATED, settled=NOON),
    Dissent(id="e", plan_id="p", about=About.PLAN, about_id="p", by=Voice.PRACTITIONER, said=NOON,
            words="I would rather see you in two weeks than in six.", state=DissentState.STANDS),
)  # fmt: skip
ALTERNATIVE = Alternative(
    id="alt", plan_id="p", instead_of="pill", option_id="lighter", proposed_by=Voice.PATIENT, proposed=NOON,
    changes="Shorter walks, and nobody counts them.", watch_for="Three nights in a row without sleep.",
    call_when="Your heart stumbles for more than a minute.", review_on=date(2026, 12, 8), dissent_id="d",
    state=AlternativeState.TAKEN,
)  # fmt: skip
PARTS = (
    PartVoice(id="x", plan_id="p", label="The one who is tired", stance=PartStance.ON_BOARD, words="At last."),
    PartVoice(id="y", plan_id="p", label="The one who counts heartbeats", stance=PartStance.WORRIED,
              needs="To know whom to call at night."),
)  # fmt: skip
TREATMENTS = (
    Step(id="5", plan_id="p", owner=Voice.PATIENT, what="Magnesium", proposed_by=Voice.PRACTITIONER,
         state=StepState.UNDER_WAY,
         treatment=Treatment(kind=TreatmentKind.SUPPLEMENT, amounts={DayTime.EVENING: "2 capsules"}, food=WithFood.WITH,
                             until=date(2027, 1, 31), why="For calm legs at night")),
    Step(id="6", plan_id="p", owner=Voice.PATIENT, what="Thyroxine", proposed_by=Voice.PRACTITIONER,
         state=StepState.UNDER_WAY,
         treatment=Treatment(kind=TreatmentKind.ELSEWHERE, amounts={DayTime.MORNING: "1 tablet of 50"},
                             food=WithFood.WITHOUT, why="For the thyroid", by_whom="Dr. Lind, Harbour House")),
    Step(id="7", plan_id="p", owner=Voice.PATIENT, what="Breathing by the window", proposed_by=Voice.PATIENT,
         state=StepState.TAKEN_ON,
         treatment=Treatment(kind=TreatmentKind.PRACTICE,
                             amounts={DayTime.MORNING: "5 minutes", DayTime.NIGHT: "5 minutes"})),
)  # fmt: skip
BOTH_STEPS = (
    Step(id="8", plan_id="p", owner=Voice.BOTH, what="look at the sleep notes", when="at our next visit",
         proposed_by=Voice.PATIENT, state=StepState.PROPOSED),
)  # fmt: skip
RATINGS = tuple(
    Rating(id=str(at), plan_id="p", goal_id="g", voice=Voice.PATIENT if at % 2 else Voice.PRACTITIONER, at=NOON,
           halves=halves, words=words)
    for at, (halves, words) in enumerate([(-4, ""), (-2, "One night, by the sea."), (0, "Three. I counted twice.")])
)  # fmt: skip
WHOLE = replace(
    SMALL, goals=(GOAL, replace(GOAL, id="h", patient_words="I want to sing again.", shared_wording="", form=Form.NEAR,
                                levels={}, baseline=None)),
    decisions=(replace(DECISION, outcome=replace(DECISION.outcome, chosen=("walk", "lighter"))
                       if DECISION.outcome else None),),
    options=(WALK, PILL, WAIT, LIGHTER), dissents=DISSENTS, alternatives=(ALTERNATIVE,), parts=PARTS,
    going_on=(GoingOn(id="z", plan_id="p", at=NOON, parts=("y",), words="I know. I want to try."),),
    steps=(*STEPS, *TREATMENTS, *BOTH_STEPS),
)  # fmt: skip


def copy(contents: PlanContents = SMALL, *, agreed: bool = True) -> PlanCopy:
    """The plan as agreed by both, or not yet."""
    return PlanCopy(
        names=NAMES, contents=contents, made=NOON, contents_sha256=SHA, number=3 if agreed else None,
        agreed=NOON if agreed else None, acknowledgements=ACKS if agreed else (), ratings=RATINGS,
    )  # fmt: skip


VERSIONS = tuple(
    PlanVersion(
        person_id="m", contents=contents,
        line=VersionLine(id=str(number), plan_id="p", number=number, contents_sha256=SHA, agreed=NOON,
                         acknowledgements=ACKS),
    )
    for number, contents in ((1, SMALL), (2, WHOLE))
)  # fmt: skip
CONSENT = TreatmentConsent(
    id="c", plan_id="p", what="Hands on my shoulders, clothed, for ten minutes.", why="To let the neck rest.",
    risks="It may ache for a day.", alternatives="Warmth, movement, waiting.",
    questions="Will you stop when I say so? Yes, at once.", questions_answered=True, free_choice=True, given=NOON,
    way=ConsentWay.ON_PAPER,
)  # fmt: skip

Print = Callable[[PlanCopy, Letterhead, Words, Paper], Printed]
# Every paper of a plan, from one copy of it.
PLAN_PAPERS: dict[str, Print] = {
    "decided": lambda of, head, words, paper: plan_paper(of, letterhead=head, words=words, paper=paper),
    "grid": lambda of, head, words, paper: grid_paper(
        of, of.contents.decisions[0], letterhead=head, words=words, paper=paper
    ),
    "goals": lambda of, head, words, paper: goal_paper(of, letterhead=head, words=words, paper=paper),
    "steps": lambda of, head, words, paper: step_list(of, letterhead=head, words=words, paper=paper),
    "medicines": lambda of, head, words, paper: medicines_paper(of, letterhead=head, words=words, paper=paper),
    "history": lambda of, head, words, paper: history_paper(
        HistoryCopy(names=of.names, title=of.contents.plan.title, versions=VERSIONS, made=NOON),
        letterhead=head, words=words, paper=paper,
    ),
    "consent": lambda of, head, words, paper: treatment_consent_paper(
        TreatmentConsentCopy(names=of.names, consent=CONSENT, made=NOON), letterhead=head, words=words, paper=paper
    ),
}  # fmt: skip


def printed(name: str, contents: PlanContents = WHOLE, *, locale: str = "en_GB", paper: Paper | None = None) -> Printed:
    """One of these papers of the invented plan."""
    return PLAN_PAPERS[name](copy(contents), ELM, Words(locale), paper or Paper())


def heavy() -> PlanContents:
    """Twelve goals, forty options in ten decisions, two hundred steps."""
    outcome = Outcome(by=Voice.PATIENT, decided=NOON)
    decisions = tuple(
        replace(DECISION, id=f"d{at}", place=at, question=f"{DECISION.question} ({at})",
                outcome=replace(outcome, chosen=(f"o{at * 4}",)))
        for at in range(10)
    )  # fmt: skip
    ways = (WALK, PILL, replace(WAIT, felt=WALK.felt), LIGHTER)
    options = tuple(
        replace(ways[at % 4], id=f"o{at}", decision_id=f"d{at // 4}", place=at, label=f"{ways[at % 4].label} ({at})",
                standing=OptionStanding.CHOSEN if at % 4 == 0 else OptionStanding.OPEN)
        for at in range(40)
    )  # fmt: skip
    owners = (Voice.PRACTITIONER, Voice.PATIENT, Voice.PATIENT, Voice.BOTH)
    steps = tuple(
        replace((*STEPS, *TREATMENTS)[at % 7], id=f"s{at}", owner=owners[at % 4], place=at,
                what=f"{(*STEPS, *TREATMENTS)[at % 7].what}, number {at}")
        for at in range(200)
    )  # fmt: skip
    goals = tuple(replace(GOAL, id=f"g{at}", patient_words=f"{GOAL.patient_words} ({at})") for at in range(12))
    return replace(WHOLE, goals=goals, decisions=decisions, options=options, steps=steps)


def forty_ways() -> PlanContents:
    """The same forty options, all of one decision."""
    large = heavy()
    return replace(
        large,
        decisions=large.decisions[:1],
        options=tuple(replace(one, decision_id=large.decisions[0].id) for one in large.options),
    )
