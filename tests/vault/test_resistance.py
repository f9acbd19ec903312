"""What is signed resists every statement; what is not would not, and the trial leaves no trace."""

from agreements.signing import signed
from healingpartner.agreements.store import SIGNATURE, VERSION
from healingpartner.people.store import PERSON
from healingpartner.practice import Practice
from healingpartner.vault.resistance import yields


def test_signed_rows_resist_and_plain_rows_do_not(practice: Practice) -> None:
    signed(practice)
    before = practice.vault.head()
    assert yields(practice.vault, SIGNATURE) == ()
    assert yields(practice.vault, VERSION) == ()
    assert "delete" in yields(practice.vault, PERSON)
    assert practice.vault.head() == before
    assert practice.db.value("SELECT count(*) FROM person") == 1
