import json

import pytest

from reader.export.output import File, OutputError


def test_an_export_goes_on_behind_what_is_whole(tmp_path):
    path = tmp_path / "found.jsonl"
    first = File(path, "jsonl", "head\n")
    first.add("a.txt", "one\n")
    first.add("b.txt", "two\n")
    with path.open("a") as file:
        file.write("thr")  # interrupted in the midst of a third

    again = File(path, "jsonl", "head\n")
    assert again.done == {"a.txt", "b.txt"}
    again.add("c.txt", "three\n")
    assert path.read_text() == "head\none\ntwo\nthree\n"
    assert File(path, "jsonl", "head\n").done == {"a.txt", "b.txt", "c.txt"}


def test_a_source_that_the_file_has_lost_is_done_again(tmp_path):
    path = tmp_path / "found.jsonl"
    first = File(path, "jsonl", "")
    first.add("a.txt", "one\n")
    first.add("b.txt", "two\n")
    path.write_text("one\ntw")
    again = File(path, "jsonl", "")
    assert again.done == {"a.txt"}
    again.add("b.txt", "two\n")
    assert path.read_text() == "one\ntwo\n"


def test_half_a_line_of_the_journal_does_not_count(tmp_path):
    path = tmp_path / "found.jsonl"
    File(path, "jsonl", "").add("a\nb.txt", "one\n")
    with File.journal_of(path).open("a") as journal:
        journal.write('["c.txt", ')
    again = File(path, "jsonl", "")
    assert again.done == {"a\nb.txt"}
    again.add("d.txt", "two\n")
    assert [json.loads(line)[0] for line in File.journal_of(path).open()] == ["jsonl", "a\nb.txt", "d.txt"]


def test_a_file_of_somebody_elses_is_left_alone(tmp_path):
    path = tmp_path / "thesis.txt"
    path.write_text("years of work")
    with pytest.raises(OutputError, match="is there already"):
        File(path, "json", "")
    assert path.read_text() == "years of work"


def test_another_form_needs_another_file(tmp_path):
    path = tmp_path / "found"
    File(path, "json", "")
    with pytest.raises(OutputError, match="is an export as json: name another file for csv"):
        File(path, "csv", "")


@pytest.mark.parametrize(
    "journal", ["", "thesis\n", "[]\n", "[1]\n", '["json", 0]\n["a.txt"]\n', '["json", "x"]\n']
)
def test_a_journal_that_is_none_is_one_clear_line(tmp_path, journal):
    path = tmp_path / "found"
    path.write_text("x")
    File.journal_of(path).write_text(journal)
    with pytest.raises(OutputError) as error:
        File(path, "json", "")
    assert "\n" not in str(error.value)
    assert path.read_text() == "x"


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path):
    with pytest.raises(OutputError, match="cannot be written: No such file"):
        File(tmp_path / "none" / "found", "json", "")
