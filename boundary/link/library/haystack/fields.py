"""What does a field of an index take from a row? A page of its own, or what attributes lead to."""

from django.template import loader


class SearchField:
    def __init__(
        self,
        model_attr=None,
        use_template=False,
        template_name=None,
        *,
        document=False,
        indexed=True,
        stored=True,
        faceted=False,
        default=None,
        null=False,
        index_fieldname=None,
        facet_class=None,
        boost=1.0,
        weight=None,
        analyzer=None,
    ):
        self.model_attr = model_attr or None
        self.use_template = use_template or False
        self.template_name = template_name or None
        self._default = default

    def _prepare_named(self, name, obj):
        self.instance_name = name or None
        return self.prepare(obj)

    def prepare(self, obj):
        if self.use_template:
            return self.prepare_template(obj)
        if self.model_attr is not None:
            return self.convert(__along__(obj, self.model_attr))
        if callable(self._default):
            return self._default()
        return None

    def prepare_template(self, obj):
        if self.template_name is not None:
            names = self.template_name
        else:
            names = f"search/indexes/{obj._meta.app_label}/{obj._meta.model_name}_{self.instance_name}.txt"
        return loader.select_template(names).render({"object": obj})

    def convert(self, value):
        return value


class CharField(SearchField): ...


class LocationField(SearchField): ...


class NgramField(CharField): ...


class EdgeNgramField(NgramField): ...


class IntegerField(SearchField): ...


class FloatField(SearchField): ...


class DecimalField(SearchField): ...


class BooleanField(SearchField): ...


class DateField(SearchField): ...


class DateTimeField(SearchField): ...


class MultiValueField(SearchField): ...


class FacetField(SearchField): ...


class FacetCharField(FacetField, CharField): ...


class FacetIntegerField(FacetField, IntegerField): ...


class FacetFloatField(FacetField, FloatField): ...


class FacetDecimalField(FacetField, DecimalField): ...


class FacetBooleanField(FacetField, BooleanField): ...


class FacetDateField(FacetField, DateField): ...


class FacetDateTimeField(FacetField, DateTimeField): ...


class FacetMultiValueField(FacetField, MultiValueField): ...
