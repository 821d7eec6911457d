"""Who makes sessions, and who commits them?  A request, where the configuration says so."""

from sqlalchemy.orm import Session, sessionmaker


def behind_requests(function):
    pass


def autocommit_before_send_handler(message, scope):
    pass


def autocommit_handler_maker(*args, **kwargs):
    return autocommit_before_send_handler


class _Config:
    def __init__(self, *, before_send_handler=None, commit_mode=None, **kwargs):
        for mode in (before_send_handler, commit_mode):
            if mode == "autocommit" or mode == "autocommit_include_redirects":
                __commits_requests__()
            elif mode is autocommit_before_send_handler:
                __commits_requests__()
            elif callable(mode):
                behind_requests(mode)

    def create_session_maker(self):
        return sessionmaker()

    def get_session(self):
        return Session()

    provide_session = get_session


SQLAlchemyAsyncConfig = SQLAlchemySyncConfig = _Config
