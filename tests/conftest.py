import os

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory):
    """Keep tests out of the memory and the settings of whoever runs them."""
    folder = tmp_path_factory.mktemp("reader")
    os.environ["READER_DATA"] = str(folder / "data")
    os.environ["READER_SETTINGS"] = str(folder / "settings.toml")
