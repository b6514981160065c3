import pytest

from reader.analysis.language.wordpiece import MAX_PIECES, WordPiece, shape

PIECES = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "mina",
    "##ret",
    "##s",
    "ze",
    "##lens",
    "##ky",
    "'",
    "-",
    "20",
    "##24",
    "日",
]


@pytest.fixture
def cut() -> WordPiece:
    return WordPiece(PIECES)


def text(cut: WordPiece, word: str) -> list[str]:
    return [PIECES[number] for number in cut(word)[0]]


def test_a_word_is_cut_into_the_longest_pieces(cut):
    assert text(cut, "minarets") == ["mina", "##ret", "##s"]


def test_case_and_accents_are_folded(cut):
    assert text(cut, "Zélensky") == text(cut, "ZELENSKY") == ["ze", "##lens", "##ky"]


def test_curly_marks_and_dashes_read_as_plain_ones(cut):
    assert text(cut, "’") == text(cut, "'") == ["'"]
    assert text(cut, "the—the") == ["the", "-", "the"]


def test_what_the_vocabulary_lacks_is_one_unknown_piece(cut):
    assert text(cut, "xyz") == ["[UNK]"]
    assert text(cut, "\u200b") == ["[UNK]"]


def test_each_chinese_character_stands_alone(cut):
    assert text(cut, "日日") == ["日", "日"]


def test_long_words_keep_their_first_pieces_only(cut):
    ids, shapes = cut("the-" * 50)
    assert len(ids) == len(shapes) == MAX_PIECES


def test_only_the_first_piece_carries_the_shape_of_the_word(cut):
    _, shapes = cut("Minarets")
    assert shapes[0] == shape("Minarets")
    assert len(set(shapes[1:])) == 1
    assert shapes[1] != shapes[0]


def test_ways_of_writing_differ_in_shape():
    words = ["2024", "3.5", "...", "G7", "word", "A", "NATO", "U.N.", "Title", "McCain", "iPhone"]
    assert len({shape(word) for word in words}) == len(words)
