import os

import pytest


def pytest_configure():
    os.environ["DJANGO_SETTINGS_MODULE"] = "notes.settings"
    import django

    django.setup()


@pytest.fixture(scope="session", autouse=True)
def database():
    from django.test.utils import setup_databases, setup_test_environment

    setup_test_environment()
    setup_databases(verbosity=0, interactive=False)
