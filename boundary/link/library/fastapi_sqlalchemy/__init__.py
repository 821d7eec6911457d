"""Whose session is `db.session`?  That of the request, or of the block `with db():`; told so, its end commits."""

from sqlalchemy.orm import Session


class DBSession:
    session = Session()

    def __init__(self, session_args=None, commit_on_exit=False):
        self.commits = commit_on_exit

    def __enter__(self):
        return type(self)

    def __exit__(self, kind, value, traceback):
        if self.commits:
            self.session.commit()


db = DBSession


class DBSessionMiddleware:
    def __init__(self, app, db_url=None, commit_on_exit=False, **kwargs):
        if commit_on_exit:
            __commits_requests__()
