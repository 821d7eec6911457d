from sqlalchemy_helpers.manager import (
    Base,
    DatabaseManager,
    get_base,
    get_by_pk,
    get_one,
    get_or_create,
    update_or_create,
)
