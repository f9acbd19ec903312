"""The page on which it is written down that one of the two sees something differently, in their own voice."""

from healingpartner.desktop.agreements.side_choice import SideChoice
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.differing import acts
from healingpartner.plans.differing.model import GROUND_WORDS, About, Ground
from healingpartner.plans.versions.model import WholePlan

_NOTHING = {"side": "", "about": "plan", "words": "", "ground": Ground.UNSAID.value, "why": ""}


class DifferForm(PartForm):
    """Why may stay open."""

    def __init__(self, found: WholePlan) -> None:
        """`found`: what it can be about."""
        super().__init__()
        self.add_part(PlainLabel(_("It is kept, shown and printed. It never stops a decision."), tone="soft"))
        self.add("side", SideChoice(_("Who sees it differently"), found.names.called))
        contents = found.contents
        about = [
            (About.PLAN.value, _("The plan as a whole")),
            *((f"decision/{one.id}", one.question) for one in contents.decisions),
            *((f"option/{one.id}", one.label) for one in contents.options),
            *((f"step/{one.id}", one.what) for one in contents.steps),
        ]
        self.add("about", ChoiceField(_("About what"), about, value=About.PLAN.value))
        self.add("words", TextField(_("What is seen differently"), lines=2))
        grounds = [(one.value, _(words)) for one, words in GROUND_WORDS.items()]
        self.add("ground", ChoiceField(_("Why, if it is to be said"), grounds, value=Ground.UNSAID.value))
        self.add("why", TextField(_("More about why"), lines=1))


class DifferEditor(PartEditor):
    """Kept in the voice of whoever says it."""

    FORM = "plans.differ"

    def __init__(self, place: PlanPlace, found: WholePlan) -> None:
        """Empty, or as it was left."""
        self._place, self._plan_id = place, found.plan.id
        super().__init__(
            place.desk, _("We see this differently"), DifferForm(found), subject_id=found.plan.id, now=_NOTHING
        )

    def keep(self) -> None:
        """As it was said."""
        typed = self.form.typed()
        if not typed["side"]:
            raise RuleBroken("side", _("Choose this first: it is kept with the words."))
        kind, _slash, about_id = (typed["about"] or About.PLAN.value).partition("/")
        self._place.do(
            acts.differ, self._plan_id, about=About(kind), about_id=about_id, words=typed["words"],
            ground=Ground(typed["ground"] or Ground.UNSAID.value), why=typed["why"], by=Voice(typed["side"]),
            owner=self, then=self.kept, sorry=self.say,
        )  # fmt: skip
