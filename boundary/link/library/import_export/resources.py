"""What is called and saved for each row of a file, and for each row that is written to one?

A row is one of the model that `Meta` names; what the fields do not say, the model's relations do.
"""

from django.db import transaction
from import_export.fields import Field


class Resource:
    class Meta:
        model = None
        fields = None
        exclude = None

    def __init__(self, **kwargs):
        pass

    @property
    def fields(self):
        return __members__(self, Field)

    def get_fields(self, **kwargs):
        return list(self.fields.values())

    get_import_fields = get_fields
    get_export_fields = get_fields

    def get_queryset(self):
        return __unknown__

    def init_instance(self, row=None):
        return __unknown__

    def get_instance(self, instance_loader, row):
        return self.get_queryset().get(pk=row)

    def get_or_init_instance(self, instance_loader, row):
        instance = self.get_instance(instance_loader, row)
        if __unknown__:
            return instance, False
        return self.init_instance(row), True

    def before_import(self, dataset, *args, **kwargs): ...

    def after_import(self, dataset, result, *args, **kwargs): ...

    def before_import_row(self, row, *args, **kwargs): ...

    def after_import_row(self, row, row_result, *args, **kwargs): ...

    def after_init_instance(self, instance, new, row, **kwargs): ...

    def after_import_instance(self, instance, new, *args, **kwargs): ...

    def before_save_instance(self, instance, *args, **kwargs): ...

    def after_save_instance(self, instance, *args, **kwargs): ...

    def before_delete_instance(self, instance, *args, **kwargs): ...

    def after_delete_instance(self, instance, *args, **kwargs): ...

    def for_delete(self, row, instance):
        return False

    def skip_row(self, instance, original, row=None, import_validation_errors=None):
        return __unknown__

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        pass

    def do_instance_save(self, instance, is_create):
        instance.save()

    def save_instance(self, instance, is_create=True, row=None, *args, **kwargs):
        self.before_save_instance(instance, row, False)
        self.do_instance_save(instance, is_create)
        self.after_save_instance(instance, row, False)

    def delete_instance(self, instance, row=None, *args, **kwargs):
        self.before_delete_instance(instance, row)
        instance.delete()
        self.after_delete_instance(instance, row)

    def import_field(self, field, instance, row, is_m2m=False, **kwargs):
        field.save(instance, row, is_m2m)

    def import_obj(self, obj, data, dry_run=False, **kwargs):
        return self.import_instance(obj, data)

    def import_instance(self, instance, row, **kwargs):
        __read_relations__(self.Meta)
        __call_members__(self.fields, "_imported", self, instance, row)

    def save_m2m(self, instance, row, *args, **kwargs):
        __save_m2m__(instance, self.Meta)
        __call_members__(self.fields, "_linked", self, instance, row)

    def import_row(self, row, instance_loader=None, *args, **kwargs):
        self.before_import_row(row)
        instance, new = self.get_or_init_instance(instance_loader, row)
        self.after_init_instance(instance, new, row)
        self.after_import_instance(instance, new)
        deleted = self.for_delete(row, instance)
        if deleted:
            self.delete_instance(instance, row)
        else:
            self.import_obj(instance, row, False)
            skipped = self.skip_row(instance, instance, row)
            if not skipped:
                self.validate_instance(instance)
                self.save_instance(instance, new, row)
                self.save_m2m(instance, row)
        self.after_import_row(row, __unknown__, instance=instance)

    def import_data(self, dataset, dry_run=False, *args, **kwargs):
        with transaction.atomic():
            return self.import_data_inner(dataset, dry_run)

    def import_data_inner(self, dataset, dry_run=False, *args, **kwargs):
        self.before_import(dataset)
        for row in dataset.dict:
            self.import_row(row)
        result = __unknown__
        self.after_import(dataset, result)
        return result

    def before_export(self, queryset, *args, **kwargs): ...

    def after_export(self, queryset, data, *args, **kwargs): ...

    def filter_export(self, queryset, **kwargs):
        return queryset

    def export_field(self, field, instance, **kwargs):
        return field.export(instance)

    def export_resource(self, instance, *args, **kwargs):
        __call_members__(self.fields, "_exported", self, instance)
        self.__call_matching__("dehydrate_", instance)
        __read_relations__(self.Meta)

    def iter_queryset(self, queryset):
        return queryset

    def export(self, queryset=None, *args, **kwargs):
        self.before_export(queryset)
        if queryset is None:
            queryset = self.get_queryset()
        queryset = self.filter_export(queryset)
        for instance in self.iter_queryset(queryset):
            self.export_resource(instance)
        self.after_export(queryset, __unknown__)
        return __unknown__


class ModelResource(Resource):
    def get_queryset(self):
        return self.Meta.model.objects.all()

    def init_instance(self, row=None):
        return self.Meta.model()


def modelresource_factory(model, resource_class=ModelResource):
    the_model = model

    class Made(resource_class):
        class Meta(resource_class.Meta):
            model = the_model

    return Made
