import shutil
import sys

import pytest

sys.dont_write_bytecode = True

from postgres_of_test import Postgres  # noqa: E402
from province_of_test import Province  # noqa: E402


@pytest.fixture(scope="session")
def postgres():
    """One server for all tests; they make a database each. Processes are killed, machines are not: no syncs."""
    server = Postgres(["fsync=off"]).made().start()
    yield server
    server.remove()


@pytest.fixture
def province(postgres):
    made = Province(postgres)
    yield made
    made.drop()
    shutil.rmtree(made.home, ignore_errors=True)
