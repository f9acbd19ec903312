"""How both said yes to a plan, which version it is, and the fingerprint of exactly these words."""

from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.hands import to_sign
from healingpartner.paper.letters import from_left
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.drawn import signatures
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.versions.model import ACK_WORDS, YES, Acknowledgement

_ENOUGH = 16  # of the fingerprint: four groups tell one text from another by eye
NOT_YET = N_("We have not both said yes to this yet. It can still change.")


def acknowledged(sheet: Sheet, copy: PlanCopy, *, to_be_signed: bool) -> None:
    """Who said yes, how and when; where a yes is missing and it is wished, a place to sign by hand."""
    say, words = sheet.words.say, sheet.words
    signatures(sheet, copy, copy.acknowledgements)
    told = [_yes(copy, one, words) for one in copy.acknowledgements]
    if copy.number is not None and copy.agreed is not None:
        agreed = say(N_("This is version {number} of our plan, agreed on {day}."))
        told.append(agreed.format(number=words.number(copy.number), day=isolated(words.date(copy.agreed, "long"))))
    else:
        told.append(say(NOT_YET))
    if copy.contents_sha256:
        code = copy.contents_sha256[:_ENOUGH]
        groups = "\u00a0".join(code[at : at + 4] for at in range(0, len(code), 4))
        told.append(say(N_("Fingerprint: {code}.")).format(code=from_left(groups)))
    sheet.note(" ".join(told))
    if copy.number is None and to_be_signed:
        yes = {one.voice for one in copy.acknowledgements if one.way in YES}
        sheet.gap(sheet.sizes.body)
        for voice, name in ((Voice.PATIENT, copy.names.patient), (Voice.PRACTITIONER, copy.names.practitioner)):
            if voice not in yes:
                to_sign(sheet, voice, name)


def _yes(copy: PlanCopy, one: Acknowledgement, words: Words) -> str:
    """Who, how and when; the day of the agreement itself stands only once."""
    name, way = copy.name_of(one.voice, words), words.say(ACK_WORDS[one.way])
    if copy.agreed is not None and one.at.local().date() == copy.agreed.local().date():
        return words.say(N_("{name}: {way}.")).format(name=name, way=way)
    return words.say(N_("{name}: {way}, {day}, {time}.")).format(
        name=name, way=way, day=isolated(words.date(one.at)), time=isolated(words.time(one.at))
    )
