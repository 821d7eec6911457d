"""What does Supabase's client export?  What its tables do is in `../../frameworks/supabase_tables.py`."""

from supabase.client import AsyncClient, Client


def create_client(url, key, options=None):
    return Client()


def create_async_client(url, key, options=None):
    return AsyncClient()


def acreate_client(url, key, options=None):
    return AsyncClient()
