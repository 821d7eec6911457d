"""Where the hooks of Airflow 1 are imported from."""

from airflow.providers.mysql.hooks.mysql import MySqlHook

__all__ = ["MySqlHook"]
