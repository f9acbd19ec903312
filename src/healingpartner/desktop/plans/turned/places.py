"""Which page stands at which place: "words", "rate/<goal id>" and so on. What is gone is quietly the list."""

from collections.abc import Callable, Mapping

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.plans.turned.acknowledge_page import AcknowledgePage
from healingpartner.desktop.plans.turned.check_in_page import CheckInPage, StillFitsPage
from healingpartner.desktop.plans.turned.consent_page import ConsentPage, ConsentsPage
from healingpartner.desktop.plans.turned.decide_page import DecidePage
from healingpartner.desktop.plans.turned.differ_page import DifferPage, NotForMePage
from healingpartner.desktop.plans.turned.dissents_page import DissentsPage
from healingpartner.desktop.plans.turned.draw_page import DrawPage
from healingpartner.desktop.plans.turned.felt_page import FeltPage
from healingpartner.desktop.plans.turned.goals_page import GoalPage, GoalsPage, RatePage
from healingpartner.desktop.plans.turned.list_page import ListPage
from healingpartner.desktop.plans.turned.net_page import NetPage
from healingpartner.desktop.plans.turned.options_page import OptionsPage
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.desktop.plans.turned.parts_page import PartPage, PartsPage
from healingpartner.desktop.plans.turned.propose_page import ProposePage
from healingpartner.desktop.plans.turned.read_page import ReadPage
from healingpartner.desktop.plans.turned.role_page import QuestionPage, RolePage
from healingpartner.desktop.plans.turned.steps_page import SetDownPage, StepPage, StepsPage
from healingpartner.desktop.plans.turned.too_much_page import TooMuchPage
from healingpartner.desktop.plans.turned.words_page import WordsPage
from healingpartner.plans.consents.model import TreatmentConsent
from healingpartner.plans.versions.model import WholePlan

Makes = Callable[[Desk, WholePlan, str], PlanPage]

PLACES: Mapping[str, Makes] = {
    "list": ListPage,
    "words": WordsPage,
    "goals": GoalsPage,
    "goal": GoalPage,
    "rate": RatePage,
    "decision": OptionsPage,
    "role": RolePage,
    "question": QuestionPage,
    "felt": FeltPage,
    "not_for_me": NotForMePage,
    "differ": DifferPage,
    "dissents": DissentsPage,
    "too_much": TooMuchPage,
    "propose": ProposePage,
    "net": NetPage,
    "decide": DecidePage,
    "parts": PartsPage,
    "part": PartPage,
    "consents": ConsentsPage,
    "steps": StepsPage,
    "step": StepPage,
    "set_down": SetDownPage,
    "check_in": CheckInPage,
    "still_fits": StillFitsPage,
    "acknowledge": AcknowledgePage,
    "read": ReadPage,
    "draw": DrawPage,
}


def page_at(desk: Desk, found: WholePlan, place: str, *, asked: TreatmentConsent | None = None) -> PlanPage:
    """The page of that place, made from the plan as it now stands."""
    name, _slash, about = place.partition("/")
    if name == "consent":
        return ConsentPage(desk, found, about, asked=asked)
    try:
        return PLACES[name](desk, found, about)
    except (KeyError, StopIteration):
        return ListPage(desk, found, "")
