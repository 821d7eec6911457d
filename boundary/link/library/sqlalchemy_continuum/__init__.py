"""Which names does `sqlalchemy_continuum` offer?  The linker makes the classes of versions by itself."""

from sqlalchemy.orm.decl_api import Declarative
from sqlalchemy_continuum.manager import VersioningManager
from sqlalchemy_continuum.transaction import TransactionBase, TransactionFactory

versioning_manager = VersioningManager()


class Operation:
    INSERT = 0
    UPDATE = 1
    DELETE = 2


class VersionClassBase(Declarative):
    """What the rows of a class's versions can do."""

    @property
    def previous(self):
        return type(self).query.first()

    @property
    def next(self):
        return type(self).query.first()

    @property
    def index(self):
        return type(self).query.count()

    @property
    def changeset(self):
        self.previous
        return {**__unknown__}

    def revert(self, relations=()):
        parent = self.version_parent
        setattr(parent, __unknown__, __unknown__)
        return parent


def make_versioned(
    mapper=None, session=None, manager=None, plugins=None, options=None, user_cls="User", unit_of_work_cls=None
):
    pass


def remove_versioning(*args, **kwargs):
    pass


def version_class(model):
    pass


def parent_class(version_cls):
    pass


def transaction_class(cls):
    pass


def get_versioning_manager(obj_or_class):
    return versioning_manager


def count_versions(obj):
    return obj.versions.count()


def is_versioned(obj_or_class):
    return __unknown__


def is_modified(obj):
    return __unknown__


def changeset(obj):
    return {**__unknown__}


def tx_column_name(obj):
    return "transaction_id"


def end_tx_column_name(obj):
    return "end_transaction_id"
