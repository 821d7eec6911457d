"""What are collections asked with?"""

from mongoengine.errors import (
    DoesNotExist,
    InvalidQueryError,
    MultipleObjectsReturned,
    NotUniqueError,
    OperationError,
)
from mongoengine.queryset.base import CASCADE, DENY, DO_NOTHING, NULLIFY, PULL, BaseQuerySet
from mongoengine.queryset.manager import QuerySetManager, queryset_manager
from mongoengine.queryset.queryset import QuerySet, QuerySetNoCache
from mongoengine.queryset.visitor import Q, QCombination
