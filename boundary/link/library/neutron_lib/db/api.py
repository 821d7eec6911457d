"""Who opens Neutron's transactions?  One manager of oslo.db for all of its services and plug-ins."""

from oslo_db.sqlalchemy import enginefacade

_manager = enginefacade.transaction_context()
CONTEXT_READER = _manager.reader
CONTEXT_WRITER = _manager.writer


def get_context_manager():
    return _manager


def get_reader_session():
    return _manager.reader.get_sessionmaker()()


def get_writer_session():
    return _manager.writer.get_sessionmaker()()


def retry_db_errors(function):
    return function


def retry_if_session_inactive(context_var_name="context"):
    return lambda function: function


def sqla_listen(target, identifier, function, *args):
    pass
