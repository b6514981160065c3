import pytest

from reader.app.keys import KEYS
from reader.keymap import key_name, keymap
from reader.settings import Settings, default_path, load, template

BINDINGS = [binding for key in KEYS for binding in key.bindings()]
DEFAULTS = {binding.id: binding.key for binding in BINDINGS}
TABLE = [(binding.id, binding.key, binding.description) for binding in BINDINGS]
THEMES = ("ink", "paper")


@pytest.fixture
def read(tmp_path):
    def read(text: str | bytes) -> Settings:
        path = tmp_path / "settings.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load(path, DEFAULTS, THEMES)

    return read


def test_what_is_right_is_taken(read):
    settings = read('theme = "paper"\nwidth = 80\nside = "wide"\nside-width = 40\nhighlights = "none"\n')
    assert (settings.theme, settings.width, settings.side) == ("paper", 80, "wide")
    assert (settings.side_width, settings.highlights, settings.problems) == (40, "none", ())


def test_without_a_file_nothing_is_set_and_nothing_is_wrong(tmp_path):
    path = tmp_path / "none.toml"
    assert load(path, DEFAULTS, THEMES) == Settings(path=path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('theme = "inc"', 'theme must be one of ink, paper, not "inc"'),
        ("width = 12", "width must be a whole number from 40 to 120, not 12"),
        ("width = true", "not true"),
        ("width = 72.5", "not 72.5"),
        ('side = "left"', "side must be one of normal, wide, hidden"),
        ("colour = 3", '"colour" is no setting; there are theme, width'),
        ("keys = 3", "keys must be a table"),
        ('[keys]\nnext-mentoin = "n"', "did you mean next-mention?"),
        ('[keys]\nfocus = "foo"', 'focus: "foo" is no key'),
        ('[keys]\nfocus = ""', "is no key"),
        ("[keys]\nfocus = 3", "focus: keys are text"),
        ('[keys]\nfocus = "ctrl+q"', "ctrl+q always quits"),
        ('[keys]\nfocus = "j"', '"j" is on line-down already'),
        ('[keys]\nfocus = "f8"\nfilter = "f8"', 'filter: "f8" is on focus already'),
        ('[keys]\nfocus = "?"', '"question_mark" is on help already'),
    ],
)
def test_what_is_wrong_is_told_in_a_line_that_names_the_file_and_the_default_is_taken(read, text, words):
    settings = read(text)
    (problem,) = settings.problems
    assert problem.startswith(str(settings.path))
    assert words in problem
    assert "\n" not in problem
    assert (settings.theme, settings.width, settings.side) == (None, None, None)
    assert settings.keys in ({}, {"focus": "f8"})


def test_what_is_right_counts_beside_what_is_wrong(read):
    settings = read('theme = "nought"\nwidth = 64\n[keys]\nfocus = "f8"\ntop = "f8"\n')
    assert (settings.theme, settings.width, settings.keys) == (None, 64, {"focus": "f8"})
    assert len(settings.problems) == 2


def test_broken_toml_is_told_with_line_and_column(read):
    (problem,) = read('width = 72\ntheme "ink"\n').problems
    assert "line 2, column" in problem


@pytest.mark.parametrize("content", [b"width = 72\xff", b"\x00", b"[" * 50_000, b'theme = "\\u001b]52;c;x"'])
def test_any_bytes_give_one_printable_line(read, content):
    (problem,) = read(content).problems
    assert problem.isprintable()


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    assert load(tmp_path, DEFAULTS).problems


def test_a_byte_order_mark_is_no_matter(read):
    assert read("\N{ZERO WIDTH NO-BREAK SPACE}width = 64".encode()).width == 64


def test_two_things_can_swap_their_keys(read):
    settings = read('[keys]\nnext-mention = "N"\nprevious-mention = "n"\n')
    assert settings.keys == {"next-mention": "N", "previous-mention": "n"}
    assert settings.problems == ()


def test_a_swap_of_which_one_half_is_wrong_falls_altogether(read):
    settings = read('[keys]\nnext-mention = "N"\nprevious-mention = "nn"\n')
    assert settings.keys == {}
    assert len(settings.problems) == 2


def test_no_key_ever_does_two_things(read):
    settings = read('[keys]\ntop = "G,b"\nbottom = "g"\npage-up = "B"\nfocus = ["f5", "g"]\n')
    keys = [key for found in (DEFAULTS | settings.keys).values() for key in found.split(",")]
    assert len(keys) == len(set(keys))


def test_names_of_keys_are_textuals():
    assert all(key_name(key) == key for keys in DEFAULTS.values() for key in keys.split(","))
    written = "? + ctrl++ shift+n ctrl+N ESC ctrl+[ F5 é ;"
    names = "question_mark plus ctrl+plus N ctrl+n escape escape f5 é semicolon"
    assert [key_name(key) for key in written.split()] == names.split()


def test_names_of_characters_agree_with_textual_itself():
    from textual.keys import _character_to_key

    characters = [chr(code) for code in range(33, 127)]
    assert [key_name(char) for char in characters] == [_character_to_key(char) for char in characters]


def test_textual_keeps_every_binding_under_a_keymap_that_was_granted():
    from textual.binding import BindingsMap

    granted, problems = keymap({"next-mention": "N,f3", "previous-mention": "n", "focus": "f8"}, DEFAULTS)
    bindings = BindingsMap(BINDINGS)
    assert problems == []
    assert not bindings.apply_keymap(granted).clashed_bindings
    by_id = {binding.id: key for key, binding in bindings}
    assert by_id.keys() == DEFAULTS.keys()
    assert bindings.key_to_bindings["N"][0].id == "next-mention"


def test_the_template_sets_nothing_and_with_every_line_taken_is_the_default(read):
    text = template(TABLE, THEMES)
    assert read(text) == Settings(path=read(text).path)
    lines = [
        line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in text.split("\n")
    ]
    settings = read("\n".join(lines))
    assert settings.problems == ()
    assert settings.keys == DEFAULTS
    assert (settings.theme, settings.width, settings.side) == ("ink", 72, "normal")


def test_the_environment_can_name_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_SETTINGS", str(tmp_path / "mine.toml"))
    assert default_path() == tmp_path / "mine.toml"
