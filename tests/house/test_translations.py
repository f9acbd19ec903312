"""The tool that keeps translations tells every way in which one can fall behind."""

import gettext
import importlib.util
import io
import sys
from types import ModuleType

import pytest

from house.sources import ROOT

PLURAL = 'msgid "{count} day"\nmsgid_plural "{count} days"\n'


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


translations = _tool("translations")
words = _tool("words")


def po(entries: str) -> str:
    head = "Language: es\\nPlural-Forms: nplurals=2; plural=(n != 1);\\nContent-Type: text/plain; charset=utf-8\\n"
    return f'msgid ""\nmsgstr "{head}"\n\n{entries}'


def test_every_translation_and_its_compiled_file_are_current() -> None:
    found = translations.catalogues(words.LOCALE)
    assert "es" in [translations.language_of(each) for each in found]
    for each in found:
        text = each.read_text("utf-8")
        assert each.with_suffix(".mo").read_bytes() == translations.compiled(text, translations.language_of(each))


def test_a_compiled_catalogue_speaks() -> None:
    text = po(
        f'msgid "Lock"\nmsgstr "Bloquear"\n\nmsgctxt "of the screen"\nmsgid "Light"\nmsgstr "Luz"\n\n{PLURAL}'
        'msgstr[0] "{count} día"\nmsgstr[1] "{count} días"\n\nmsgid "Later"\nmsgstr ""\n'
    )
    spoken = gettext.GNUTranslations(io.BytesIO(translations.compiled(text, "es")))
    assert spoken.gettext("Lock") == "Bloquear"
    assert spoken.pgettext("of the screen", "Light") == "Luz"
    assert [spoken.ngettext("{count} day", "{count} days", count) for count in (1, 2)] == [
        "{count} día",
        "{count} días",
    ]
    assert spoken.gettext("Later") == "Later"
    assert translations.compiled(text, "es") == translations.compiled(text, "es")


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ('msgid "Hello {name}"\nmsgstr "Hola {name}"\n', 0),
        ('msgid "Hello {name}"\nmsgstr "Hola {nombre}"\n', 1),
        ('msgid "Hello {name}"\nmsgstr "Hola"\n', 1),
        ('msgid "Hello"\nmsgstr "Hola {"\n', 1),
        ('#, fuzzy\nmsgid "Hello"\nmsgstr "Hola"\n', 1),
        (f'{PLURAL}msgstr[0] "{{count}} día"\nmsgstr[1] "{{count}} días"\n', 0),
        (f'{PLURAL}msgstr[0] "{{count}} día"\nmsgstr[1] "días"\n', 1),
        ('msgid "One day"\nmsgid_plural "{count} days"\nmsgstr[0] "Un día"\nmsgstr[1] "{count} días"\n', 0),
    ],
)
def test_places_that_differ_and_guesses_are_told(entry: str, wrong: int) -> None:
    found, missing = translations.complaints(po(entry), "es")
    assert (len(found), missing) == (wrong, 0)


def test_a_sentence_without_words_is_counted() -> None:
    _found, missing = translations.complaints(
        po(f'msgid "Hello"\nmsgstr ""\n\n{PLURAL}msgstr[0] "{{count}} día"\n'), "es"
    )
    assert missing == 2


def test_a_refreshed_translation_keeps_its_words_and_guesses_none(tmp_path) -> None:
    file = tmp_path / "es" / "LC_MESSAGES" / "healingpartner.po"
    file.parent.mkdir(parents=True)
    file.write_text(po('msgid "Lock"\nmsgstr "Bloquear"\n\nmsgid "Unlock it"\nmsgstr "Desbloquear"\n'), "utf-8")
    fresh = translations.refreshed(file, po('msgid "Lock"\nmsgstr ""\n\nmsgid "Unlock it now"\nmsgstr ""\n'))
    assert {one.id: one.string for one in translations.read(fresh, "es") if one.id} == {
        "Lock": "Bloquear",
        "Unlock it now": "",
    }
    file.write_text(fresh, "utf-8")
    assert translations.refreshed(file, fresh) == fresh


def test_a_check_tells_a_stale_compiled_file_and_a_sentence_too_few(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    monkeypatch.setattr(words, "POT", tmp_path / "healingpartner.pot")
    file = tmp_path / "es" / "LC_MESSAGES" / "healingpartner.po"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(words, "ROOT", tmp_path)
    template = po('msgid "Lock"\nmsgstr ""\n')
    file.write_text(po('msgid "Lock"\nmsgstr "Bloquear"\n'), "utf-8")
    assert words.kept(template) == 0
    assert words.checked(template) == 0
    file.write_text(file.read_text("utf-8").replace("Bloquear", "Cerrar"), "utf-8")
    assert words.checked(template) == 1
    assert ".mo that is not the one of its .po" in capsys.readouterr().err
    assert words.checked(po('msgid "Lock"\nmsgstr ""\n\nmsgid "New"\nmsgstr ""\n')) == 1
    assert "lacks ('', 'New')" in capsys.readouterr().err
    assert words.kept(po('msgid "Lock"\nmsgstr ""\n\nmsgid "New"\nmsgstr ""\n')) == 0
    assert words.checked(po('msgid "Lock"\nmsgstr ""\n\nmsgid "New"\nmsgstr ""\n')) == 1
    assert "es has 1 sentences without words yet" in capsys.readouterr().err


def test_names_of_acts_are_not_for_translation() -> None:
    assert not [
        text for _context, text in words.messages(words.POT.read_text("utf-8")) if words.ACT_NAME.fullmatch(text)
    ]
