"""Tampering by someone who makes seals: an impostor with a key of their own, or the practice itself."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from tests.faults.sealed_scene import AT, Scene, edited, strip
from tests.faults.tampering_bytes import Make

from healingpartner.agreements.envelope import Envelope
from healingpartner.exchange.carried import Carried, to_bytes
from healingpartner.exchange.verify import Found
from healingpartner.paper.seal import _carrying, _hand, _pdf_signer, _writer
from healingpartner.vault.canonical import canonical
from healingpartner.vault.signing_keys import SigningKeys, fingerprint

NEW_WORDS = "What we agree to be for each other: nothing."


@dataclass(frozen=True, slots=True)
class Forger:
    """Shows the practice's certificate and signs with another key."""

    certificate: bytes
    own: SigningKeys

    def seal(self, data: bytes) -> bytes:
        return self.own.seal(data)


def _carrying_other(change: Callable[[Carried, Scene], Carried], *, anew: bool = False) -> Make:
    """The practice's own pages and seal round something else; `anew`: with every envelope signed again."""

    def make(scene: Scene) -> bytes:
        changed = change(scene.carried(), scene)
        return scene.resealed(scene.signed_anew(changed) if anew else changed)

    return make


def _envelope(at: int, **fields: Any) -> Callable[[Carried, Scene], Carried]:
    """One envelope told otherwise."""

    def change(carried: Carried, _scene: Scene) -> Carried:
        pairs: list[Any] = list(carried.envelopes)
        pairs[at] = (replace(pairs[at][0], **fields), pairs[at][1])
        return replace(carried, envelopes=tuple(pairs))

    return change


def _strokes_of_another(carried: Carried, scene: Scene) -> Carried:
    taken: Envelope = scene.carried(scene.other).envelopes[0][0]
    return _envelope(0, drawn=replace(taken.drawn, points=taken.drawn.points + 1) if taken.drawn else None)(
        carried, scene
    )


def _words(carried: Carried, _scene: Scene) -> Carried:
    return replace(carried, text=NEW_WORDS)


def _words_everywhere(carried: Carried, _scene: Scene) -> Carried:
    changed = replace(carried, text=NEW_WORDS)
    pairs = tuple((replace(one, text_sha256=changed.text_sha256), signature) for one, signature in carried.envelopes)
    return replace(changed, envelopes=pairs)


def _json(change: Callable[[dict[str, Any]], None]) -> Make:
    def make(scene: Scene) -> bytes:
        body = json.loads(to_bytes(scene.carried()))
        change(body)
        return scene.resealed(canonical(body))

    return make


def _otherwise(certify: bool, field: str = "Seal", **how: Any) -> Make:
    """The practice's seal made otherwise than this program makes it."""

    def make(scene: Scene) -> bytes:
        from pyhanko.sign.fields import SigSeedSubFilter
        from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

        how.setdefault("subfilter", SigSeedSubFilter.PADES)
        about = PdfSignatureMetadata(field_name=field, md_algorithm="sha256", certify=certify, **how)
        out = BytesIO()
        carrying = _carrying(scene.bare(), to_bytes(scene.carried()))
        _pdf_signer(about, _hand(scene.keys), AT.local()).sign_pdf(_writer(carrying), output=out)
        return out.getvalue()

    return make


def _forms_allowed(scene: Scene) -> bytes:
    from pyhanko.sign.fields import MDPPerm

    return _otherwise(True, docmdp_permissions=MDPPerm.FILL_FORMS)(scene)


def _other_kind(scene: Scene) -> bytes:
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    return _otherwise(True, docmdp_permissions=MDPPerm.NO_CHANGES, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)(
        scene
    )


def _impostor_and_all(scene: Scene) -> bytes:
    """Own key, own certificate of the same name, own envelopes: only the fingerprint on paper tells."""
    keys = scene.stranger
    carried = replace(
        scene.carried(), ed25519=keys.public()["ed25519"], certificate_sha256=fingerprint(keys.certificate)
    )
    return scene.resealed(scene.signed_anew(carried, keys), signer=keys)


def _field_left(scene: Scene) -> bytes:
    """The value of the seal is emptied, its field stays."""

    def empty(document: Any) -> None:
        del document.Root.AcroForm.Fields[0]["/V"]
        del document.Root["/Perms"]

    return edited(scene.pdf, empty)


def _printed_by_others(scene: Scene) -> bytes:
    return scene.resealed(scene.carried(), pages=scene.bare(scene.other))


SEALS: dict[str, tuple[Found | str, Make]] = {
    "the seal is stripped": (Found.NOT_OURS, lambda scene: edited(scene.pdf, strip)),
    "the seal is emptied and its field left": (Found.NOT_OURS, _field_left),
    "an impostor of the same name seals it again": (
        Found.NOT_OURS,
        lambda scene: scene.resealed(scene.carried(), signer=scene.stranger),
    ),
    "an impostor signs and seals all of it again": (Found.NOT_OURS, _impostor_and_all),
    "an impostor shows the practice's certificate": (
        Found.ALTERED,
        lambda scene: scene.resealed(scene.carried(), signer=Forger(scene.keys.certificate, scene.stranger)),
    ),
    "an impostor seals other words": (
        Found.NOT_OURS,
        lambda scene: scene.resealed(_words(scene.carried(), scene), signer=scene.stranger),
    ),
    "the pages are sealed with no envelopes": (Found.ALTERED, lambda scene: scene.resealed(b"{}")),
    "the pages are sealed with an empty attachment": (Found.ALTERED, lambda scene: scene.resealed(b"")),
    "the envelopes of another agreement are attached": (
        Found.ALTERED,
        lambda scene: scene.resealed(scene.carried(scene.other)),
    ),
    "the pages of another agreement are put round the envelopes": (Found.ALTERED, _printed_by_others),
    "the words are edited and the pages kept": (Found.ALTERED, _carrying_other(_words)),
    "the words and every hash of them are edited": (Found.ALTERED, _carrying_other(_words_everywhere)),
    "the words are edited and everything signed anew": (Found.ALTERED, _carrying_other(_words_everywhere, anew=True)),
    "the patient's envelope is left out": (
        Found.ALTERED,
        _carrying_other(lambda one, _s: replace(one, envelopes=one.envelopes[1:])),
    ),
    "the patient's envelope is left out and the rest signed anew": (
        Found.ALTERED,
        _carrying_other(lambda one, _s: replace(one, envelopes=one.envelopes[1:]), anew=True),
    ),
    "the practitioner's envelope is left out": (
        Found.ALTERED,
        _carrying_other(lambda one, _s: replace(one, envelopes=one.envelopes[:1])),
    ),
    "all envelopes are left out": (Found.ALTERED, _carrying_other(lambda one, _s: replace(one, envelopes=()))),
    "the two envelopes change places": (
        Found.ALTERED,
        _carrying_other(lambda one, _s: replace(one, envelopes=one.envelopes[::-1])),
    ),
    "an envelope stands twice": (
        Found.ALTERED,
        _carrying_other(lambda one, _s: replace(one, envelopes=(*one.envelopes, one.envelopes[1]))),
    ),
    "an envelope of another agreement is put in": (
        Found.ALTERED,
        _carrying_other(
            lambda one, scene: replace(one, envelopes=(scene.carried(scene.other).envelopes[0], one.envelopes[1]))
        ),
    ),
    "an envelope of another agreement is put in and all signed anew": (
        Found.ALTERED,
        _carrying_other(
            lambda one, scene: replace(one, envelopes=(scene.carried(scene.other).envelopes[0], one.envelopes[1])),
            anew=True,
        ),
    ),
    "the signatures of two envelopes are swapped": (
        Found.ALTERED,
        _carrying_other(
            lambda one, _s: replace(
                one,
                envelopes=tuple(
                    (envelope, signature)
                    for (envelope, _), (_, signature) in zip(one.envelopes, one.envelopes[::-1], strict=True)
                ),
            )
        ),
    ),
    "a name in an envelope is edited": (Found.ALTERED, _carrying_other(_envelope(0, printed_name="Moira Rahimi"))),
    "a name is edited and everything signed anew": (
        Found.RECORD_DIFFERS,
        _carrying_other(_envelope(0, printed_name="Moira Rahimi"), anew=True),
    ),
    "what was said is edited and everything signed anew": (
        Found.RECORD_DIFFERS,
        _carrying_other(_envelope(0, intent="I agree to everything."), anew=True),
    ),
    "a signature is backdated and everything signed anew": (
        Found.RECORD_DIFFERS,
        _carrying_other(_envelope(0, signed_at=replace(AT, utc_us=AT.utc_us - 10**12)), anew=True),
    ),
    "the strokes of another agreement are moved in": (Found.ALTERED, _carrying_other(_strokes_of_another)),
    "the strokes are moved in and everything signed anew": (
        Found.RECORD_DIFFERS,
        _carrying_other(_strokes_of_another, anew=True),
    ),
    "the ledger's line of a signature is edited": (Found.ALTERED, _carrying_other(_envelope(0, ledger_seq=1))),
    "the ledger's head of a signature is edited and signed anew": (
        Found.RECORD_DIFFERS,
        _carrying_other(_envelope(0, ledger_head="0" * 64), anew=True),
    ),
    "the ledger's head at sealing is edited": (
        Found.ALTERED,
        _carrying_other(lambda one, _s: replace(one, head_chain="0" * 64)),
    ),
    "the ledger's line at sealing is edited": (
        Found.RECORD_DIFFERS,
        _carrying_other(lambda one, _s: replace(one, head_seq=one.head_seq + 1)),
    ),
    "an impostor's key is named for the envelopes": (
        Found.ALTERED,
        _carrying_other(lambda one, scene: replace(one, ed25519=scene.stranger.public()["ed25519"])),
    ),
    "an impostor's key signs the envelopes": (
        Found.NOT_OURS,
        lambda scene: scene.resealed(
            scene.signed_anew(replace(scene.carried(), ed25519=scene.stranger.public()["ed25519"]), scene.stranger)
        ),
    ),
    "another certificate is named in the attachment": (
        Found.NOT_OURS,
        _carrying_other(lambda one, _s: replace(one, certificate_sha256="0" * 64)),
    ),
    "the attachment is written in another form": (
        Found.ALTERED,
        lambda scene: scene.resealed(json.dumps(json.loads(to_bytes(scene.carried())), indent=1).encode()),
    ),
    "something is added to the attachment": (Found.ALTERED, _json(lambda body: body.update(more=1))),
    "the attachment says that it is of a later kind": (Found.ALTERED, _json(lambda body: body.update(version=2))),
    "something is missing from the attachment": (Found.ALTERED, _json(lambda body: body.pop("ledger"))),
    "something is added to an envelope": (
        Found.ALTERED,
        _json(lambda body: body["envelopes"][0]["envelope"].update(more=1)),
    ),
    "the hash of the words is edited": (Found.ALTERED, _json(lambda body: body["text"].update(sha256="0" * 64))),
    "it is signed and not certified": (Found.ALTERED, _otherwise(certify=False)),
    "it is certified with forms allowed": (Found.ALTERED, _forms_allowed),
    "it is certified in another form": (Found.ALTERED, _other_kind),
    "it is certified under another field": (Found.ALTERED, _otherwise(certify=True, field="Signature1")),
}
