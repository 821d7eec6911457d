"""What does a queryset of mixed rows offer?"""

from django.contrib.contenttypes.models import ContentType
from django.db.models.query import QuerySet


def _look_up(classes):
    for each in classes:
        ContentType.objects.get_for_model(each)


class PolymorphicQuerySet(QuerySet):
    def non_polymorphic(self):
        return self.all()

    def instance_of(self, *args):
        _look_up(args)
        return self.filter()

    def not_instance_of(self, *args):
        _look_up(args)
        return self.filter()

    def get_real_instances(self, base_result_objects=None):
        return list(self)
