"""What the patient says of one way: the body and inner wisdom, how much they like it, how ready and how sure."""

from collections.abc import Callable

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.plans.pick_field import PickField
from healingpartner.desktop.plans.ruler_field import RulerField
from healingpartner.desktop.plans.turned.page import PlanPage
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions import acts
from healingpartner.plans.decisions.model import DIRECTION_WORDS, STANCE_WORDS, Direction, Felt
from healingpartner.plans.versions.model import WholePlan


class FeltPage(PlanPage):
    """The practitioner's leaning stands above with its reason; below it is the patient's page alone."""

    def __init__(self, desk: Desk, found: WholePlan, about: str) -> None:
        """`about`: the option's id."""
        one = self.option = next(each for each in found.contents.options if each.id == about)
        back = f"decision/{one.decision_id}"
        super().__init__(desk, found, one.label, back=back, form=f"felt:{about}")
        if one.involves:
            self.add(PlainLabel(one.involves))
        if one.leaning is not None:
            caption = _("{name}: {leaning}").format(name=self.practitioner, leaning=_(STANCE_WORDS[one.leaning.stance]))
            self.add(SpeechLabel(one.leaning.reason, voice=Voice.PRACTITIONER, caption=caption))
        felt = one.felt
        asked = _("What does my body or inner wisdom say?")
        self.field("inner_words", TextField(asked, value=felt.inner_words, lines=2))
        ways = [(each.value, _(words)) for each, words in DIRECTION_WORDS.items()]
        chosen = "" if felt.direction is None else felt.direction.value
        self.field("direction", PickField(_("Where it draws me"), ways, value=chosen))
        self._ruler("preference", _("How much I like it"), _("not at all"), _("very much"), felt.preference)
        self._ruler("ready", _("How ready I am for it"), _("not ready"), _("ready now"), felt.ready, felt.ready_why)
        self._ruler(
            "sure", _("How sure I am that I can do it"), _("not sure"), _("quite sure"), felt.sure, felt.sure_why
        )
        self.choose(_("That is what I feel"), self.keep, think=_("Not now"))
        self._show_whys()
        self.end()

    def keep(self) -> None:
        """Keep it as the patient's own voice."""
        direction = self.fields["direction"].value()
        felt = Felt(
            inner_words=self.fields["inner_words"].value(),
            direction=Direction(direction) if direction else None,
            preference=self.fields["preference"].value(),
            ready=self.fields["ready"].value(),
            ready_why=self.fields["ready_why"].value(),
            sure=self.fields["sure"].value(),
            sure_why=self.fields["sure_why"].value(),
        )
        told = _("What you feel about {option} is kept.").format(option=isolated(self.option.label))
        self.do(acts.say_felt, self.option.id, felt, then=self.leads(self.back, told))

    def after_draft(self) -> None:
        """Ask why not lower where a number came back."""
        self._show_whys()

    def _ruler(self, name: str, label: str, low: str, high: str, value: int | None, why: str | None = None) -> None:
        ruler = RulerField(label, low=low, high=high)
        ruler.set_value(value)
        self.field(name, ruler)
        if why is None:
            return
        field = LineField(_("Why not lower?"), value=why)
        field.editor.setAccessibleName(_("{question} {answer}").format(question=label, answer=_("Why not lower?")))
        self.field(f"{name}_why", field)
        show: Callable[[], None] = self._show_whys
        ruler.changed.connect(show)

    def _show_whys(self) -> None:
        """From 0 nothing lies lower, and of no number nothing is asked."""
        for name in ("ready", "sure"):
            self.fields[f"{name}_why"].setVisible(bool(self.fields[name].value()))
