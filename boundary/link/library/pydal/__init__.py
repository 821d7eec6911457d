"""Which names does pydal offer?"""

from pydal.base import DAL
from pydal.objects import Field
