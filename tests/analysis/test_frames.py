import io

import pytest

from reader.analysis.findings import Span
from reader.analysis.frames import Failure, Look, pack, read


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
