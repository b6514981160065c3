import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.charsets import decode_declared
from reader.sources.decoding import decode
from reader.sources.errors import SourceError
from reader.sources.mojibake import mended

ENGLISH = (
    "The prime minister said on Monday: “We won’t stop” — and a café owner in São Paulo agreed. "
    "It wasn’t the first time that she’d been told so, and it won’t be the last…"
)
RUSSIAN = (
    "Президент заявил в понедельник, что договор будет подписан до конца года, несмотря на возражения. " * 3
)
FRENCH = (
    "Le ministre a déclaré lundi que la réforme attendrait l’été, et que rien ne serait changé à Noël. " * 3
)
POLISH = "Premier powiedział w poniedziałek, że rząd nie ustąpi, choć koalicja się chwieje i żąda zmian. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding):
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")])
def test_big_endian_unicode_is_read(mark, encoding):
    assert decode(mark + ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "windows-1252"),
        (ENGLISH, "mac_roman"),
        (FRENCH, "windows-1252"),
        (POLISH, "windows-1250"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
    ],
    ids=["English", "English on a Mac", "French", "Polish", "Russian", "Russian on Unix"],
)
def test_older_encodings_are_recognised(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_unicode_cut_in_the_middle_of_a_character_stays_unicode():
    assert decode(ENGLISH.encode() + "é".encode()[:1]) == ENGLISH + "\ufffd"


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x7fELF" + bytes(5000), os.urandom(4096)])
def test_binary_data_is_refused(data):
    with pytest.raises(SourceError, match="binary"):
        decode(data)


def test_what_can_be_read_of_a_text_in_two_encodings_is_read():
    text = "The council said on Tuesday that the ferry will stay.\n\n" * 40 + "é \u200d\u202e\n\n"
    shown = decode(text.encode() + "é".encode("latin-1") * 40)
    assert shown.startswith(text[:-3])
    assert shown.endswith("\ufffd")


def test_a_stray_nul_does_not_make_a_text_binary():
    assert decode(b"He said no.\x00 She said yes.") == "He said no.\x00 She said yes."


@pytest.mark.parametrize(
    ("start", "what"), [(b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04", "zip"), (b"\x1f\x8b\x08", "gzip")]
)
def test_other_formats_are_named(start, what):
    with pytest.raises(SourceError, match=what):
        decode(start + b"some more of it")


def test_unicode_text_never_imports_the_guesser():
    code = "import sys; from reader.sources.decoding import decode; decode(b'plain \\xe2\\x80\\x9d')"
    code += "; sys.exit('charset_normalizer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PLEA = "Café owner’s plea: “save our ferry” — for €5, or £5"


@pytest.mark.parametrize(
    "spoilt",
    [
        PLEA.encode().decode("latin-1"),
        PLEA.encode().decode("windows-1252", "replace"),
        PLEA.encode().decode("latin-1").encode().decode("latin-1"),
    ],
    ids=["latin-1", "windows-1252", "twice"],
)
@pytest.mark.parametrize("read", [decode, decode_declared])
def test_what_was_taken_for_an_older_encoding_on_the_way_is_mended(spoilt, read):
    sound = "The naïve line below, of São Paulo and Ångström, “is sound”."
    assert read(f"{spoilt}\n{sound}".encode()) == f"{PLEA}\n{sound}"


@given(st.text(st.sampled_from("aé“”Ââ€Ã ð\x80\x9d\n"), max_size=40))
def test_mending_takes_any_text(text):
    assert mended(text).count("\n") == text.count("\n")


def test_a_text_of_the_old_macintosh_is_told_by_the_ends_of_its_lines():
    text = "“It stays,” said Ingrid Solheim — for now.\rShe didn’t say more.\r"
    assert decode(text.encode("mac-roman")) == text
