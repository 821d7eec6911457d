"""What does ormar export?  See `../../frameworks/ormar`."""

from ormar.databases import DatabaseConnection
from ormar.fields import *
from ormar.models import Model, ModelMeta, OrmarConfig
from ormar.queryset import QuerySet, and_, or_
from ormar.signals import *
