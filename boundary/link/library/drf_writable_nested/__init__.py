"""Which names does `drf_writable_nested` offer?"""

from drf_writable_nested.mixins import NestedCreateMixin, NestedUpdateMixin, UniqueFieldsMixin
from drf_writable_nested.serializers import WritableNestedModelSerializer
