"""The same, by the name of another package or of an earlier version."""

from fastapi_pagination.ext.sqlalchemy import apaginate as paginate
