"""What do views with fields by choice call?"""

from rest_framework import viewsets


class FlexFieldsMixin:
    permit_list_expands = []

    def get_serializer_context(self):
        return super().get_serializer_context()


class FlexFieldsModelViewSet(FlexFieldsMixin, viewsets.ModelViewSet):
    pass
