"""Where the hooks of Airflow 1 are imported from."""

from airflow.providers.postgres.hooks.postgres import PostgresHook

__all__ = ["PostgresHook"]
