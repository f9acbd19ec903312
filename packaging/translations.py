"""The translations beside the template: brought up to it, compiled, and weighed.

A language is `resources/locale/<language>/LC_MESSAGES/healingpartner.po`; the .mo beside it is what the program reads,
and both are kept in the repository, so that a checkout and a wheel speak every language without a build step.
"""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

DOMAIN = "healingpartner"
# Shipped as whole languages: one sentence missing is reported as a fault. Others may grow slowly.
WHOLE = frozenset({"es"})
DATED = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Last-Translator',
    '"Language-Team',
    '"Report-Msgid',
)
_MO_MAGIC = 0x950412DE


def catalogues(folder: Path) -> list[Path]:
    """Every translation below the locale folder, by language."""
    return sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def language_of(po: Path) -> str:
    """The language a catalogue stands under, as its folder names it."""
    return po.parent.parent.name


def written(catalog: Catalog) -> str:
    """A catalogue as text, without dates or line numbers, so that it changes only with words."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, omit_header=False, sort_output=True, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith(DATED)) + "\n"


def read(text: str, language: str | None = None) -> Catalog:
    """A catalogue from its text; what is no catalogue raises PoFileError."""
    return read_po(io.BytesIO(text.encode("utf-8")), locale=language, abort_invalid=True)


def refreshed(po: Path, template: str) -> str:
    """The translation with the sentences of the template: kept where it has them, empty where not, never guessed."""
    kept = read(po.read_text("utf-8"), language_of(po))
    kept.fuzzy = False
    kept.update(read(template), no_fuzzy_matching=True)
    return written(kept)


def compiled(text: str, language: str) -> bytes:
    """The .mo of a .po: the GNU format, sorted, with no date in it, the same bytes for the same words."""
    catalog = read(text, language)
    entries = {b"": _header(catalog)}
    for message in _messages(catalog):
        forms = _forms(message)
        if all(forms):
            ids = (message.id,) if isinstance(message.id, str) else message.id
            key = "\0".join(ids) if not message.context else f"{message.context}\4{chr(0).join(ids)}"
            entries[key.encode("utf-8")] = "\0".join(forms).encode("utf-8")
    return _bound(entries)


def complaints(text: str, language: str) -> tuple[list[str], int]:
    """What is wrong in a translation, a line each, and how many sentences have none yet."""
    found, missing = [], 0
    for message in _messages(read(text, language)):
        forms = _forms(message)
        if not all(forms):
            missing += 1
        elif message.fuzzy:
            found.append(f"is marked as a guess: {message.id!r}")
        elif not _same_places(message, forms):
            found.append(f"the places in braces differ: {message.id!r} – {forms!r}")
    return found, missing


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _forms(message: Message) -> tuple[str, ...]:
    words = message.string
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def _same_places(message: Message, forms: tuple[str, ...]) -> bool:
    """One form may leave the number out, as "One day" does; all others have exactly the places of the original."""
    try:
        if isinstance(message.id, str):
            return _places(forms[0]) == _places(message.id)
        one, many = (_places(each) for each in message.id)
        first, *rest = (_places(form) for form in forms)
    except ValueError:
        return False
    return all(form == many for form in rest) and (first == many or (bool(rest) and first == one))


def _places(text: str) -> set[str]:
    return {name for _words, name, _how, _as in Formatter().parse(text) if name is not None}


def _header(catalog: Catalog) -> bytes:
    lines = (
        f"Language: {catalog.locale_identifier}",
        f"Plural-Forms: {catalog.plural_forms}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    )
    return ("\n".join(lines) + "\n").encode("utf-8")


def _bound(entries: dict[bytes, bytes]) -> bytes:
    keys = sorted(entries)
    start = 28 + 16 * len(keys)
    tables: list[bytes] = []
    heap = b""
    for column in (keys, [entries[key] for key in keys]):
        for words in column:
            tables.append(struct.pack("<II", len(words), start + len(heap)))
            heap += words + b"\0"
    head = struct.pack("<7I", _MO_MAGIC, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return head + b"".join(tables) + heap
