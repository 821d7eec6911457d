"""Which names does `reversion` offer?"""

from reversion.revisions import (
    add_meta,
    add_to_revision,
    create_revision,
    get_comment,
    get_user,
    is_active,
    is_registered,
    register,
    set_comment,
    set_date_created,
    set_user,
    unregister,
)
