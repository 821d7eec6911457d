"""What does a queryset of mixed rows offer?"""

from django.db.models.query import QuerySet


class PolymorphicQuerySet(QuerySet):
    def non_polymorphic(self):
        return self.all()

    def instance_of(self, *args):
        return self.filter()

    def not_instance_of(self, *args):
        return self.filter()

    def get_real_instances(self, base_result_objects=None):
        return list(self)
