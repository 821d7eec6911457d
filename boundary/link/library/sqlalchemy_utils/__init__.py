"""Which names does `sqlalchemy_utils` offer that do something with rows?"""

from sqlalchemy_utils.models import Timestamp
