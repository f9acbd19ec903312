"""Gather every sentence of the program into resources/locale/healingpartner.pot, or check that it is current.

`words.py` writes; `words.py --check` only says whether the file on disk holds what the source holds.
"""

import contextlib
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
POT = ROOT / "resources" / "locale" / "healingpartner.pot"
MARKS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "say": None,
    "say_n": (1, 2),
    "say_p": ((1, "c"), 2),
}
HEADER = """\
# The sentences of Healing Partner.
# A translation is a file <language>/LC_MESSAGES/healingpartner.po beside this one.
#"""


def main() -> int:
    """0 when written or current, 1 when `make words` should be run."""
    fresh = gathered()
    if "--check" not in sys.argv[1:]:
        POT.parent.mkdir(parents=True, exist_ok=True)
        POT.write_text(fresh, "utf-8")
        print(f"{POT.relative_to(ROOT)}: {len(messages(fresh))} sentences")
        return 0
    kept = messages(POT.read_text("utf-8")) if POT.is_file() else set()
    if kept == messages(fresh):
        return 0
    print("The catalogue is behind the source. Run `make words` and keep what it writes.", file=sys.stderr)
    for sign, set_ in (("+", messages(fresh) - kept), ("-", kept - messages(fresh))):
        for message in sorted(map(str, set_))[:10]:
            print(f"  {sign} {message}", file=sys.stderr)
    return 1


def gathered() -> str:
    """The catalogue of the source as it stands, without dates or line numbers, so that it changes only with words."""
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
        catalog.add(message, None, [(f"src/{Path(file).as_posix()}", 0)], auto_comments=comments, context=context)
    out = io.BytesIO()
    write_po(out, catalog, width=120, omit_header=False, sort_output=True, include_lineno=False)
    lines = out.getvalue().decode("utf-8").splitlines()
    dated = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Language-Team',
        '"Report-Msgid',
    )
    return "\n".join(line for line in lines if not line.startswith(dated)) + "\n"


def messages(text: str) -> set[tuple[str, str]]:
    """(context, sentence) of each entry; a plural is one entry under both its forms."""
    catalog = read_po(io.BytesIO(text.encode("utf-8")), abort_invalid=True)
    return {
        (one.context or "", " | ".join(one.id) if isinstance(one.id, tuple | list) else one.id)
        for one in catalog
        if one.id
    }


if __name__ == "__main__":
    sys.exit(main())
