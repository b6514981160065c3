"""Understanding in several processes at once."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from reader.analysis.crew import Alone, Crew
from reader.analysis.errors import AnalysisError, ModelError
from tests.staging import staged

ARTICLE, _ = staged()


def quiet(part: float) -> None:
    pass


def test_a_crew_finds_what_one_finds_alone():
    told = []
    with closing(Crew(2)) as crew, ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda article: crew.understand(article, told.append), [ARTICLE] * 3))
    assert found == [Alone().understand(ARTICLE, quiet)] * 3
    assert told.count(1.0) == 3


def test_a_process_that_dies_fails_one_article_and_is_replaced():
    with closing(Crew(1)) as crew:

        def kill(part: float) -> None:
            os.kill(crew._started[0]._process.pid, signal.SIGSTOP)
            os.kill(crew._started[0]._process.pid, signal.SIGKILL)

        first = crew.understand(ARTICLE, quiet)
        with pytest.raises(AnalysisError, match="signal 9"):
            crew.understand(staged("\n\n".join(["Head", *["Mr. Kim said little. " * 60] * 8]))[0], kill)
        assert crew.understand(ARTICLE, quiet) == first


def test_a_model_that_is_not_there_is_told_as_such():
    with closing(Crew(1, "no_such_model")) as crew, pytest.raises(ModelError, match="no_such_model"):
        crew.understand(ARTICLE, quiet)


def test_a_closed_crew_starts_nothing():
    crew = Crew(1)
    crew.close()
    with pytest.raises(AnalysisError, match="called off"):
        crew.understand(ARTICLE, quiet)
