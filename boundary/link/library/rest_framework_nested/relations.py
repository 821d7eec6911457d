"""Which relations name their row by a path?  Those of Django REST framework, with more parts of the path."""

from rest_framework.relations import HyperlinkedIdentityField, HyperlinkedRelatedField


class NestedHyperlinkedRelatedField(HyperlinkedRelatedField):
    pass


class NestedHyperlinkedIdentityField(HyperlinkedIdentityField):
    pass
