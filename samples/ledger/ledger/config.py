import os

DEFAULT = "postgresql+psycopg:///ledger"


def database_url():
    """PGHOST, PGPORT and PGUSER fill in what the address leaves out, as everywhere."""
    return os.environ.get("LEDGER_DATABASE", DEFAULT)


def migrations_folder():
    return os.environ.get("LEDGER_MIGRATIONS", "migrations")
