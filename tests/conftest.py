import os

import pytest
from hypothesis import settings

# A busy machine fails no test: what takes long is for tests/benchmarks to say.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory):
    """Keep tests out of the memory and the settings of whoever runs them."""
    folder = tmp_path_factory.mktemp("reader")
    os.environ["READER_DATA"] = str(folder / "data")
    os.environ["READER_SETTINGS"] = str(folder / "settings.toml")


def pytest_make_parametrize_id(val, argname):
    """Name what is long or made of bytes by its parameter: all workers need the same names."""
    return argname if isinstance(val, (str, bytes)) and (isinstance(val, bytes) or len(val) > 80) else None
