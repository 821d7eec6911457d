"""The same for bunnet."""

from bunnet import Document
from fastapi_pagination.ext.beanie import paginate
