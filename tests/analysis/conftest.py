"""The pipeline that is shipped, loaded once for all tests of what it finds."""

import pytest
from spacy.language import Language

from reader.analysis import pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline."""
    if not (pipeline.MODEL / "config.cfg").exists():
        pytest.skip("the shipped pipeline is not here")
    return pipeline.load()
