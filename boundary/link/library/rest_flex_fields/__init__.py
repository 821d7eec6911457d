"""Which names does `rest_flex_fields` offer?"""

from rest_flex_fields.serializers import FlexFieldsModelSerializer, FlexFieldsSerializerMixin
from rest_flex_fields.utils import is_expanded, is_included
from rest_flex_fields.views import FlexFieldsMixin, FlexFieldsModelViewSet
