"""The page for "it is too much for me", said aloud and typed at the desk: ways that would fit, and asking for one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.plans.editor import PartEditor
from healingpartner.desktop.plans.form import PartForm
from healingpartner.desktop.plans.option_editor import option_with
from healingpartner.desktop.plans.option_words import beside_title
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.decisions.model import Option
from healingpartner.plans.decisions.ways import LIGHTER_WORDS, Lighter, lighter_than
from healingpartner.plans.differing import acts
from healingpartner.plans.versions.model import WholePlan


class TooMuchForm(PartForm):
    """What is too much; below it the ways of this decision that would be easier."""

    def __init__(self, option: Option, others: tuple[Option, ...]) -> None:
        """`others`: every way of its decision."""
        super().__init__()
        self._fits = lighter_than(option, others)
        self.add_part(TitleLabel(option.label))
        self.add_part(PlainLabel(_("A plan has to fit into a life. This is a mark against nobody."), tone="soft"))
        kinds = [(kind.value, _(words)) for kind, words in LIGHTER_WORDS.items()]
        self.kind: ChoiceField = self.add("kind", ChoiceField(_("What is too much"), kinds))
        easier = QWidget()
        self._ways = QVBoxLayout(easier)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self.add_part(easier)
        self.kind.changed.connect(self._show)

    def show_typed(self, typed: object) -> None:
        """As it was, with the ways that belong to it."""
        super().show_typed(typed)  # type: ignore[arg-type]
        self._show()

    def words(self) -> list[str]:
        """The ways that would be easier, one line each."""
        kind = self.kind.value()
        if not kind:
            return []
        fits = self._fits
        ways = {Lighter.CHEAPER: fits.cheaper, Lighter.LIGHTER: fits.lighter, Lighter.LATER: fits.later}[Lighter(kind)]
        lines = [_("{option}: {words}").format(option=isolated(one.label), words=beside_title(one)) for one in ways]
        if Lighter(kind) is Lighter.CHEAPER:
            lines += [
                _("{option}: nobody knows yet what it costs").format(option=isolated(one.label))
                for one in fits.price_unknown
            ]
        return lines or [_("None of the ways here would be easier. We can look for one together.")]

    def _show(self) -> None:
        while (item := self._ways.takeAt(0)) is not None:
            if (former := item.widget()) is not None:
                former.hide()
                former.deleteLater()
        for line in self.words():
            self._ways.addWidget(PlainLabel(line, selectable=True))


class TooMuchEditor(PartEditor):
    """Kept in the patient's voice; looking for another way becomes a step of the practitioner's."""

    FORM = "plans.too-much"

    def __init__(self, place: PlanPlace, found: WholePlan, option_id: str) -> None:
        """`option_id`: which way is too much."""
        self._place, self._option_id = place, option_id
        option = option_with(found, "", option_id)
        self.too_much = TooMuchForm(option, found.contents.options_of(option.decision_id))
        super().__init__(
            place.desk, _("It is too much for them"), self.too_much, subject_id=option_id, now={"kind": ""},
            save=_("Look for another way"),
        )  # fmt: skip

    def keep(self) -> None:
        """As the patient's own; the step is proposed to the practitioner."""
        kind = self.too_much.kind.value()
        if not kind:
            raise RuleBroken("kind", _("Choose what is too much. Then we know where to look."))
        self._place.do(
            acts.ask_lighter, self._option_id, Lighter(kind), by=Voice.PATIENT, owner=self, then=self.kept,
            sorry=self.say,
        )  # fmt: skip
