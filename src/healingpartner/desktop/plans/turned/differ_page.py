"""Saying no, or that one sees it differently: kept, shown, respected. No reason is needed."""

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import PatientButton, QuietButton
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.turned.page import LIST, PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts as deciding
from healingpartner.plans.differing import acts
from healingpartner.plans.differing.model import GROUND_WORDS, About, Dissent, Ground
from healingpartner.plans.versions.model import WholePlan


def ground_field() -> PickField:
    """Why, for whoever wishes to say."""
    return PickField(_("Why, if I want to say"), [(one.value, _(words)) for one, words in GROUND_WORDS.items()])


class NotForMePage(PlanPage):
    """A way is set aside by one tap; only then it is asked whether another way would suit."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the option's id."""
        one = self.option = next(each for each in found.contents.options if each.id == about)
        title = _("Not for me: {option}").format(option=isolated(one.label))
        lead = _("That is all you need to say. No hard feelings, and your care stays as it is.")
        super().__init__(desk, found, title, lead=lead, back=f"decision/{one.decision_id}", form=f"not-for-me:{about}")
        self.aside = PatientButton(_("Set it aside"), large=True)
        self.fallback = QuietButton(_("Keep it for later, just in case"), large=True)
        self.aside.clicked.connect(lambda: self._say_why(deciding.set_aside))
        self.fallback.clicked.connect(lambda: self._say_why(deciding.keep_as_fallback))
        self.row(self.fallback, self.aside)
        self.add(PlainLabel(_("If you like to say more, it helps to find another way. You need not."), tone="soft"))
        self.field("ground", ground_field())
        self.field("words", TextField(_("In my own words"), lines=2))
        self.end()

    def begin(self, told: str = "") -> None:
        """Begin at the one tap."""
        super().begin(told)
        self.aside.setFocus()

    def _say_why(self, act: object) -> None:
        """What was said of it is kept first, so that the reason stands even if the way comes back."""
        ground, words = self.fields["ground"].value(), self.fields["words"].value()
        if not ground and not words.strip():
            self._set(act)
            return
        self.do(
            acts.differ, self.found.plan.id, about=About.OPTION, about_id=self.option.id,
            words=words.strip() or _("This is not for me."), ground=Ground(ground or Ground.UNSAID.value), why="",
            then=lambda _id: self._set(act),
        )  # fmt: skip

    def _set(self, act: object) -> None:
        told = _("It is set aside. Would another way suit you better?")
        self.do(act, self.option.id, then=self.leads(f"propose/{self.option.decision_id}/{self.option.id}", told))


class DifferPage(PlanPage):
    """The patient sees something differently: the plan, or one way, or a step."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: "plan", "option/<id>", "step/<id>" or "decision/<id>"."""
        kind, _slash, about_id = about.partition("/")
        self._about, self._about_id = About(kind), about_id or found.plan.id
        back = LIST
        if self._about is About.OPTION:
            back = f"decision/{next(one for one in found.contents.options if one.id == about_id).decision_id}"
        title = _("I see it differently")
        lead = _("It is kept beside the plan in your words, and your practitioner answers it. It never stops anything.")
        super().__init__(desk, found, title, lead=lead, back=back, form=f"differ:{self._about_id}")
        named = _named(found, self._about, about_id)
        if named:
            self.add(PlainLabel(_("About: {what}").format(what=isolated(named)), tone="strong"))
        self.field("words", TextField(_("What I see differently"), lines=3))
        self.field("ground", ground_field())
        self.field("why", TextField(_("More about why, if I like"), lines=1))
        self.choose(_("Keep it"), self.keep)
        self.end()

    def keep(self) -> None:
        """It is kept as the patient's own."""
        ground = self.fields["ground"].value()
        self.do(
            acts.differ, self.found.plan.id, about=self._about, about_id=self._about_id,
            words=self.fields["words"].value(), ground=Ground(ground or Ground.UNSAID.value),
            why=self.fields["why"].value(), then=self.leads(self.back, _("It is kept, in your words.")),
        )  # fmt: skip


def about_words(found: WholePlan, one: Dissent) -> str:
    """What it is about, by its name."""
    return _named(found, one.about, one.about_id)


def _named(found: WholePlan, about: About, about_id: str) -> str:
    contents = found.contents
    if about is About.OPTION:
        return next((one.label for one in contents.options if one.id == about_id), "")
    if about is About.STEP:
        return next((one.what for one in contents.steps if one.id == about_id), "")
    if about is About.DECISION:
        return next((one.question for one in contents.decisions if one.id == about_id), "")
    return found.plan.title
