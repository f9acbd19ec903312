"""Any walk of the two through the journal: nobody reads the other's sealed side early, nothing shared is altered."""

from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from conftest import LEAST_COST
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.journal import acts
from healingpartner.journal.model import SIDES, HardWay, Kind
from healingpartner.journal.reflections import acts as reflections, store as sides
from healingpartner.journal.reflections.model import ReflectionState
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import REPAIR_TURNS, GivenBack, Mended, RepairState, Statement
from healingpartner.journal.views import PersonJournal, journal_of
from healingpartner.practice import Practice
from healingpartner.vault import migrations, proof
from healingpartner.vault.drafts import Draft
from healingpartner.vault.sealed_box import deal
from journal.writing import ENTROPY, add, levels, reflection

VOICES = st.sampled_from(SIDES)
DEALT = deal(LEAST_COST, ENTROPY)  # slow on purpose: once for all walks
SECRET = "seaglass"
FORM = "journal"
PATIENT = levels(4, 3, 2, 4, 3, 4, 1, 2, valued=SECRET)


class Walk(RuleBasedStateMachine):
    """Two people and a journal. `seen`: each shared row as it was first seen."""

    def __init__(self, practice: Practice) -> None:
        """For a person of its own."""
        super().__init__()
        self.practice, self.person_id = practice, add(practice)
        self.seen: dict[str, tuple[Voice, str]] = {}
        self.before: dict[str, RepairState] = {}
        self.drafts: dict[Voice, str] = {}
        self.now = self._journal()

    def _journal(self) -> PersonJournal:
        return self.practice.ask(journal_of, self.person_id, limit=1_000)

    def _try(self, act: Any, *args: object, by: Voice, **more: object) -> bool:
        head = self.practice.vault.head()
        try:
            self.practice.do(act, *args, by=by, **more)
        except (RuleBroken, Refused):
            assert self.practice.vault.head() == head  # what could not be done has changed nothing
            return False
        finally:
            self.now = self._journal()
        return True

    @rule(by=VOICES, kind=st.sampled_from(Kind), words=st.sampled_from(["", "Thank you.", "دعه يمر", "<b>x</b>"]))
    def share(self, by: Voice, kind: Kind, words: str) -> None:
        self._try(acts.share, self.person_id, kind, words, by=by)

    @rule(by=VOICES, at=st.integers(0, 3))
    def reply(self, by: Voice, at: int) -> None:
        if self.now.lines:
            self._try(acts.reply, self.now.lines[at % len(self.now.lines)].entry.id, "I hear you.", by=by)

    @rule(by=VOICES, at=st.integers(0, 3))
    def take_back(self, by: Voice, at: int) -> None:
        if self.now.lines:
            entry = self.now.lines[at % len(self.now.lines)].entry
            assert self._try(acts.take_back, entry.id, by=by) == (by is entry.voice)

    @rule(by=VOICES, way=st.sampled_from(HardWay))
    def offer_and_answer(self, by: Voice, way: HardWay) -> None:
        self._try(acts.offer_hard_thing, self.person_id, by=by)
        offer = self.now.offers[-1]
        told = self._try(acts.share, self.person_id, Kind.HARD, "It is hard.", offer_id=offer.id, by=by)
        assert not told
        for other in SIDES:
            assert self._try(acts.answer_hard_offer, offer.id, way, by=other) == (other is not by)
        told = self._try(acts.share, self.person_id, Kind.HARD, "It is hard.", offer_id=offer.id, by=by)
        assert told == (way is not HardWay.NOT_AT_ALL)

    @rule(by=VOICES, words=st.sampled_from(["Half a sen", "دعه", "<b>"]))
    def write_on(self, by: Voice, words: str) -> None:
        """Somebody is typing; each voice has a draft of its own."""
        at = self.practice.vault.clock.now()
        body = self.drafts.get(by, "") + words
        self.practice.keep_draft(
            Draft(subject_id=self.person_id, form=FORM, voice=by, began_from=0, body=body, saved_at=at)
        )
        self.drafts[by] = body

    @rule(by=VOICES)
    def unsay(self, by: Voice) -> None:
        self.practice.drop_draft(self.person_id, FORM, by)
        self.drafts.pop(by, None)

    @rule(by=VOICES)
    def reflect(self, by: Voice) -> None:
        self._try(reflections.begin_reflection, self.person_id, sealed_to=DEALT.sealed_to, by=by)

    @rule(by=VOICES)
    def seal(self, by: Voice) -> None:
        going = self.now.going
        if going is None:
            return
        box = reflections.box_of(PATIENT, reflection(self.practice, going.id), ENTROPY)
        self._try(reflections.seal_patient_side, going.id, box=box, by=by)
        self._try(reflections.seal_practitioner_side, going.id, levels(*[3] * 8), by=by)

    @rule(by=VOICES)
    def open_or_rest(self, by: Voice) -> None:
        going = self.now.going
        if going is not None:
            both = going.state is ReflectionState.BOTH_SEALED
            assert self._try(reflections.open_together, going.id, PATIENT, by=by) == both

    @rule(by=VOICES)
    def say(self, by: Voice) -> None:
        self._try(repairs.say, self.person_id, Statement(when="then", felt="sad"), by=by)

    @rule(by=VOICES, step=st.integers(0, 6), at=st.integers(0, 3))
    def mend(self, by: Voice, step: int, at: int) -> None:
        if not self.now.repairs:
            return
        one = self.now.repairs[at % len(self.now.repairs)]
        given = GivenBack(hears="I hear you.", at=self.practice.vault.clock.now())
        match step:
            case 0:
                self._try(repairs.receive, one.id, by=by)
            case 1:
                assert not self._try(repairs.give_back, one.id, given, by=by) or by is one.other
            case 2:
                assert not self._try(repairs.feel_understood, one.id, yes=at % 2 == 0, by=by) or by is one.by
            case 3:
                self._try(repairs.agree_changes, one.id, [(by, "The clock stands behind.", None)], by=by)
            case 4:
                for change in one.changes:
                    assert not self._try(repairs.tend, one.id, change.id, by=by) or change.owner is by
            case 5:
                self._try(repairs.close, one.id, Mended.ENOUGH, by=by)
            case _:
                self._try(repairs.take_back if at else repairs.reopen, one.id, by=by)

    @invariant()
    def what_is_shared_stays_as_it_was_said(self) -> None:
        for line in self.now.lines:
            said = (line.entry.voice, line.entry.words)
            assert self.seen.setdefault(line.entry.id, said) == said
        assert set(self.seen) == {line.entry.id for line in self.now.lines}

    @invariant()
    def no_draft_is_lost_and_none_is_left_when_it_was_unsaid(self) -> None:
        for voice in SIDES:
            found = self.practice.draft(self.person_id, FORM, voice)
            assert (None if found is None else found.body) == self.drafts.get(voice)

    @invariant()
    def nobody_reads_the_patients_side_before_it_is_opened(self) -> None:
        going = self.now.going
        sealed = None if going is None else self.practice.ask(sides.patient_side_of, going.id)
        if sealed is not None:
            assert SECRET.encode() not in bytes.fromhex(sealed.box)
            try:
                reflections.unsealed(
                    " ".join(DEALT.words[::-1]), reflection(self.practice, sealed.reflection_id), sealed.box
                )
            except (VaultProblem, RuleBroken):
                return
            raise AssertionError("other words opened it")

    @invariant()
    def repairs_take_only_steps_that_come_next(self) -> None:
        for one in self.now.repairs:
            before = self.before.get(one.id, RepairState.SAID)
            assert one.state is before or one.state in REPAIR_TURNS[before]
            self.before[one.id] = one.state


def test_any_walk_through_the_journal_holds_what_was_promised(practice: Practice) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Walk(practice), settings=settings(max_examples=12, stateful_step_count=25, deadline=None)
    )
    # All walks are written into one ledger: it follows itself and makes the present.
    found = [*proof.present(practice.db, schema=migrations.newest()), *practice.vault.chain_steps()]
    assert [step.found for step in found if step.found] == []
