"""The last page of a sealed copy: how anyone can find out whether it was changed, and what to compare."""

from healingpartner.paper.codes import grouped
from healingpartner.paper.seal import ENVELOPES, SealMark
from healingpartner.paper.stationery import Sheet


def explain_seal(sheet: Sheet, mark: SealMark, *, by_hand: bool = False) -> None:
    """How to check this copy, in plain words, and the three codes. To be set last, before the sheet is printed.

    by_hand: somebody signed on paper.
    """
    words = sheet.words
    with sheet.together():
        sheet.heading(words.say("How anyone can check this copy"))
        sheet.para(
            words.say(
                "The file of this copy is sealed. If one letter or one stroke in it is changed, the seal breaks, and "
                "anyone can see it. A print of it can be read, but only the file can be checked."
            )
        )
        sheet.points(_ways(sheet))
    with sheet.together():
        _code(sheet, words.say("The fingerprint of the seal (SHA-256 of its certificate):"), mark.certificate_sha256)
        _code(sheet, words.say("The fingerprint of the words (SHA-256):"), mark.text_sha256)
        line = words.say("The practice's ledger stood at line {line} when this copy was sealed:")
        _code(sheet, line.format(line=words.number(mark.ledger_seq)), mark.ledger_head)
        sheet.gap(8)
        sheet.note(
            words.say(
                "Inside the file lies {file}: the exact words, and who signed them, how and when. The times are those "
                "of the practice's computer, and nobody has certified them. In law these are simple electronic "
                "signatures that show any change."
            ).format(file=ENVELOPES)
        )
        if by_hand:
            sheet.note(
                words.say(
                    "A signature by hand counts on the paper that bears it. This file shows that the paper was brought "
                    "back, and names its scan; the paper itself is worth keeping."
                )
            )
    sheet.gap(2)


def _ways(sheet: Sheet) -> tuple[str, ...]:
    words = sheet.words
    return (
        words.say(
            "With Healing Partner, which is free: healingpartner verify, then the name of the file, then "
            "--fingerprint and the code of the seal below. It works on any computer and sends nothing anywhere."
        ),
        words.say(
            "With another reader of PDF files: open its list of signatures. It should say that nothing was changed "
            "since the seal, and that it does not know who sealed it. That is right, since this practice made its own "
            "seal. Look for SHA-256 in the certificate and compare it with the code of the seal below."
        ),
        words.say(
            "If you have a copy on paper from the day you signed, compare its codes with these. The same codes mean "
            "the same words, sealed by the same practice."
        ),
        words.say(
            "The practice can look up the code of its ledger. If its own record was changed later, that code is "
            "no longer there."
        ),
    )


def _code(sheet: Sheet, about: str, code: str) -> None:
    sheet.note(about)
    sheet.gap(4, keep=True)
    grouped(sheet, code)
    sheet.gap(8)
