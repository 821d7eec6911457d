"""What does an order write?  Rows of the same table, whose places change with the one that moves."""

from django.db import models


class OrderedModelQuerySet(models.QuerySet):
    def get_max_order(self):
        return self.aggregate(__unknown__)

    def get_min_order(self):
        return self.aggregate(__unknown__)

    def get_next_order(self):
        return self.get_max_order()

    def above(self, order, inclusive=False):
        return self.filter()

    def above_instance(self, ref, inclusive=False):
        return self.filter()

    def below(self, order, inclusive=False):
        return self.filter()

    def below_instance(self, ref, inclusive=False):
        return self.filter()

    def decrease_order(self, **extra_kwargs):
        return self.update(order=__unknown__)

    def increase_order(self, **extra_kwargs):
        return self.update(order=__unknown__)


class OrderedModelManager(models.Manager.from_queryset(OrderedModelQuerySet)):
    pass


class OrderedModelBase(models.Model):
    objects = OrderedModelManager()
    order_with_respect_to = None

    class Meta:
        abstract = True

    def get_ordering_queryset(self, qs=None, wrt=None):
        # the rows are asked for with which this one shares its order
        named = self.order_with_respect_to
        if isinstance(named, str):
            __follow__(self, named.replace("__", "."))
        elif named is not None:
            for one in named:
                __follow__(self, one.replace("__", "."))
        return qs or self.__class__.objects.all()

    def previous(self):
        return self.get_ordering_queryset().first()

    def next(self):
        return self.get_ordering_queryset().first()

    def save(self, *args, **kwargs):
        queryset = self.get_ordering_queryset()
        queryset.aggregate(__unknown__)
        if __unknown__:
            queryset.update(order=__unknown__)
        super().save(*args, **kwargs)

    def delete(self, *args, extra_update=None, **kwargs):
        self.get_ordering_queryset().update(order=__unknown__)
        return super().delete(*args, **kwargs)

    def swap(self, replacement):
        self.save()
        replacement.save()

    def up(self):
        self.swap(self.previous())

    def down(self):
        self.swap(self.next())

    def to(self, order, extra_update=None):
        self.get_ordering_queryset().update(order=__unknown__)
        self.save()

    def above(self, ref, extra_update=None):
        self.to(__unknown__, extra_update)

    def below(self, ref, extra_update=None):
        self.to(__unknown__, extra_update)

    def top(self, extra_update=None):
        self.to(__unknown__, extra_update)

    def bottom(self, extra_update=None):
        self.to(__unknown__, extra_update)


class OrderedModel(OrderedModelBase):
    order = models.PositiveIntegerField(editable=False, db_index=True)

    class Meta:
        abstract = True
