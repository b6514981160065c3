import os
from pathlib import Path

import pytest

from reader.sources import SourceError, open_article, opening
from reader.sources.cleaning import clean_line


@pytest.fixture
def on_standard_input(tmp_path):
    """Put bytes on file descriptor 0, and what was there back afterwards."""
    saved = os.dup(0)

    def put(data: bytes) -> None:
        path = tmp_path / "standard-input"
        path.write_bytes(data)
        descriptor = os.open(path, os.O_RDONLY)
        os.dup2(descriptor, 0)
        os.close(descriptor)

    yield put
    os.dup2(saved, 0)
    os.close(saved)


def refusal(argument: str) -> str:
    with pytest.raises(SourceError) as refused:
        open_article(argument)
    message = str(refused.value)
    assert message == clean_line(message)
    return message


def test_a_file_is_opened_and_remembers_its_path(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text("Ferry Stays\n\nThe ferry stays, the mayor said.", encoding="utf-8")
    article = open_article(str(path))
    assert article.title == "Ferry Stays"
    assert article.source == str(path)


def test_home_is_understood(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "ferry.txt").write_text("The ferry stays.", encoding="utf-8")
    assert open_article("~/ferry.txt").text == "The ferry stays."


def test_standard_input_is_opened_and_has_no_source(on_standard_input):
    on_standard_input(b"The ferry stays.")
    article = open_article("-")
    assert article.text == "The ferry stays."
    assert article.source is None


def test_a_pipe_given_as_a_path_is_opened():
    reading, writing = os.pipe()
    os.write(writing, b"The ferry stays.")
    os.close(writing)
    try:
        assert open_article(f"/dev/fd/{reading}").text == "The ferry stays."
    finally:
        os.close(reading)


def test_a_missing_file_says_so(tmp_path):
    assert refusal(str(tmp_path / "none.txt")).endswith("none.txt does not exist: check the path")


@pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///etc/passwd", "gopher://a"])
def test_an_address_of_another_sort_says_so(address):
    assert "only http and https" in refusal(address)


def test_a_directory_says_so(tmp_path):
    assert "is a directory" in refusal(str(tmp_path))


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"\x1b[0m\n"])
def test_an_empty_file_says_so(tmp_path, content):
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    assert "is empty" in refusal(str(path))


def test_a_binary_file_says_so(tmp_path):
    path = tmp_path / "photo.txt"
    path.write_bytes(bytes(range(256)) * 10)
    assert "is a binary file" in refusal(str(path))


def test_a_file_without_permission_says_so(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("The ferry stays.", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything: let the system refuse another way

        def refuse(*_args, **_options):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    assert "no permission" in refusal(str(path))


def test_a_file_of_absurd_size_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 1 << 20)
    path = tmp_path / "huge.txt"
    path.write_bytes(b"a" * ((1 << 20) + 1))
    assert "is larger than 1 MB" in refusal(str(path))


def test_an_endless_device_is_refused_in_bounded_memory(monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 1 << 20)
    assert "is larger than" in refusal("/dev/zero")


@pytest.mark.parametrize(
    "argument", ["", "a\x00b", "x" * 5000, "~nobody-of-that-name/x", "\x1b]0;t\x07\n[/b]", "\udcff"]
)
def test_odd_arguments_are_refused_in_one_clean_line(argument):
    assert refusal(argument)


def test_the_name_of_a_file_is_cleaned(tmp_path):
    path = tmp_path / "\x1b]52;c;aGk=\x07ferry\u202e.txt"
    path.write_text("The ferry stays.", encoding="utf-8")
    assert open_article(str(path)).source == str(tmp_path / "ferry.txt")
