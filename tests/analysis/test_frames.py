import io

import pytest

from reader.analysis.findings import Span
from reader.analysis.frames import Failure, Look, Request, pack, pieces, read
from reader.article import Article, Paragraph


def test_objects_come_out_of_a_pipe_as_they_went_in():
    told = [Look("key", Span(3, 8)), Failure("no model", lasting=True)]
    pipe = io.BytesIO(b"".join(map(pack, told)))
    assert [read(pipe), read(pipe)] == told
    with pytest.raises(EOFError):
        read(pipe)


def test_a_frame_that_breaks_off_is_the_end():
    frame = pack(Failure("no model"))
    for length in range(len(frame)):
        with pytest.raises(EOFError):
            read(io.BytesIO(frame[:length]))


def test_the_text_of_a_book_is_sent_without_being_copied():
    text = "“No,” he said. " * 10_000
    request = Request(Article(text, (Paragraph(0, len(text)),)), number=3)
    sent = list(pieces(request))
    assert max(len(piece) for piece in sent if isinstance(piece, bytes)) < 1_000
    back = read(io.BytesIO(b"".join(sent)))
    assert (back.article.text, back.article.paragraphs, back.number) == (text, request.article.paragraphs, 3)
