"""A database of its own for this run, which the migrations build; every test begins with the chart of accounts."""

import os
from datetime import date
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from ledger import chart
from ledger.app import create_app
from ledger.cli import cli

NAME = f"ledger_{os.getpid()}"
FOLDER = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def database():
    with psycopg.connect(dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {NAME}")
        os.environ["LEDGER_DATABASE"] = f"postgresql+psycopg:///{NAME}"
        os.environ["LEDGER_MIGRATIONS"] = str(FOLDER / "migrations")
        yield
        server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.fixture(scope="session")
def app(database):
    app = create_app()
    yield app
    app.extensions["engine"].dispose()


@pytest.fixture(scope="session")
def run(app):
    def invoke(*words, code=0):
        done = CliRunner().invoke(cli, [str(word) for word in words])
        assert done.exit_code == code, done.output + repr(done.exception)
        return done.output.strip()

    invoke("migrate")
    return invoke


@pytest.fixture
def query(run):
    """Ask the database itself."""
    with psycopg.connect(dbname=NAME, autocommit=True) as connection:
        yield lambda sql, *values: connection.execute(sql, values).fetchall()


@pytest.fixture
def client(app, run, query):
    tables = [name for (name,) in query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    tables.remove("schema_version")
    query_all = ", ".join(tables)
    with psycopg.connect(dbname=NAME, autocommit=True) as connection:
        connection.execute(f"TRUNCATE {query_all} RESTART IDENTITY CASCADE")
    chart.install()
    return app.test_client()


@pytest.fixture
def march(client):
    answer = client.post("/books/periods", json={"starts": "2026-03-01", "ends": "2026-03-31"})
    return answer.get_json()["id"]


@pytest.fixture
def customer(client):
    address = {"street": "Am Markt 1", "town": "Bremen"}
    answer = client.post("/customers", json={"name": "Ada", "email": "ada@example.org", "address": address})
    return answer.get_json()["id"]


@pytest.fixture
def invoice(client, customer):
    """An issued invoice over 100.00."""
    lines = [{"text": "Consulting", "quantity": 4, "price": "25.00"}]
    key = client.post("/invoices", json={"customer": customer, "lines": lines}).get_json()["id"]
    client.post(f"/invoices/{key}/issue", json={"day": date(2026, 3, 2).isoformat()})
    return key
