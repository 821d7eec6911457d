"""Which columns and relationships do these classes bring along?  Those of the first version."""

from flask_security.models.fsqla import FsModels, FsRoleMixin, FsUserMixin
