"""What is a client of Supabase?  One of PostgREST, with more around it."""

from postgrest import Client as PostgrestClient


class Client(PostgrestClient):
    @classmethod
    def create(cls, *args, **options):
        return cls()

    @property
    def postgrest(self):
        return self


class AsyncClient(Client):
    pass
