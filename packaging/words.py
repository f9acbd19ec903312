"""Gather every sentence of the program into the template, and bring the translations up to it.

`words.py` writes the template, each .po and its .mo; `words.py --check` only says whether they hold what the source
holds, whether each .mo is that of its .po, and whether the whole languages are whole.
"""

import contextlib
import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from translations import WHOLE, catalogues, compiled, complaints, language_of, read, refreshed, written

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
POT = LOCALE / "healingpartner.pot"
MARKS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "say": None,
    "say_n": (1, 2),
    "say_p": ((1, "c"), 2),
}
# The ledger's `say` names an act; that name is for the ledger alone.
ACT_NAME = re.compile(r"[a-z]+(_[a-z]+)+")
HEADER = """\
# The sentences of Healing Partner.
# A translation is a file <language>/LC_MESSAGES/healingpartner.po beside this one.
#"""


def main() -> int:
    """0 when written or current, 1 when `make words` should be run or a translation mended."""
    fresh = gathered()
    return checked(fresh) if "--check" in sys.argv[1:] else kept(fresh)


def kept(fresh: str) -> int:
    """Write the template and everything that follows from it; says what still wants a translator."""
    LOCALE.mkdir(parents=True, exist_ok=True)
    POT.write_text(fresh, "utf-8")
    print(f"{POT.relative_to(ROOT)}: {len(messages(fresh))} sentences")
    for po in catalogues(LOCALE):
        text = refreshed(po, fresh)
        po.write_text(text, "utf-8")
        po.with_suffix(".mo").write_bytes(compiled(text, language_of(po)))
        wrong, missing = complaints(text, language_of(po))
        print(f"{po.relative_to(ROOT)}: {missing} sentences without words yet")
        for line in wrong:
            print(f"  {line}", file=sys.stderr)
    return 0


def checked(fresh: str) -> int:
    """0 when template, translations and compiled files are what `words.py` would write, and whole."""
    faults = [f"the template {line}" for line in behind(POT.read_text("utf-8") if POT.is_file() else "", fresh)]
    for po in catalogues(LOCALE):
        language, text = language_of(po), po.read_text("utf-8")
        faults += [f"{language} {line}" for line in behind(text, fresh)]
        wrong, missing = complaints(text, language)
        faults += [f"{language} {line}" for line in wrong]
        if missing and language in WHOLE:
            faults.append(f"{language} has {missing} sentences without words yet")
        mo = po.with_suffix(".mo")
        if not mo.is_file() or mo.read_bytes() != compiled(text, language):
            faults.append(f"{language} has a .mo that is not the one of its .po")
    if faults:
        print("The catalogues are behind. Run `make words`, translate what is new, and run it again.", file=sys.stderr)
    for line in faults[:20]:
        print(f"  {line}", file=sys.stderr)
    return 1 if faults else 0


def behind(old: str, fresh: str) -> list[str]:
    """Sentences that a catalogue lacks or still has though they are gone; ten of each at most."""
    had, wanted = messages(old), messages(fresh)
    lacks = [f"lacks {one}" for one in sorted(map(str, wanted - had))[:10]]
    return lacks + [f"still has {one}" for one in sorted(map(str, had - wanted))[:10]]


def gathered() -> str:
    """The template of the source as it stands."""
    catalog = Catalog(project="Healing Partner", version="1", charset="utf-8", header_comment=HEADER, fuzzy=False)
    found = extract_from_dir(
        ROOT / "src",
        method_map=[("**.py", "python")],
        keywords=MARKS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    # Babel remarks on each `say("")`, with which a field takes back what it said.
    with contextlib.redirect_stderr(io.StringIO()):
        marked = sorted(found, key=lambda one: (one[0], one[1]))
    for file, _line, message, comments, context in marked:
        if not (isinstance(message, str) and ACT_NAME.fullmatch(message)):
            place = f"src/{Path(file).as_posix()}"
            catalog.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return written(catalog)


def messages(text: str) -> set[tuple[str, str]]:
    """(context, sentence) of each entry; a plural is one entry under both its forms."""
    return {
        (one.context or "", " | ".join(one.id) if isinstance(one.id, tuple | list) else one.id)
        for one in read(text)
        if one.id
    }


if __name__ == "__main__":
    sys.exit(main())
