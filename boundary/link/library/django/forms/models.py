"""Which model does a form or formset save, and what does it call on the way?"""

from django.core.exceptions import NON_FIELD_ERRORS, ImproperlyConfigured, ValidationError
from django.forms.fields import ChoiceField, Field
from django.forms.forms import BaseForm, DeclarativeFieldsMetaclass
from django.forms.formsets import BaseFormSet, formset_factory
from django.forms.widgets import SelectMultiple
from django.utils.functional import classproperty

ALL_FIELDS = "__all__"


class ModelFormOptions:
    pass


class ModelFormMetaclass(DeclarativeFieldsMetaclass):
    pass


def construct_instance(form, instance, fields=None, exclude=None):
    return instance


def model_to_dict(instance, fields=None, exclude=None):
    return {**__unknown__}


def fields_for_model(model, fields=None, exclude=None, **options):
    return {**__unknown__}


def apply_limit_choices_to_to_formfield(formfield):
    pass


class BaseModelForm(BaseForm):
    class Meta:
        model = None
        fields = None
        exclude = None

    @classproperty
    def base_fields(cls):
        return {**__model_fields__(cls.Meta), **__members__(cls, Field)}

    def __init__(
        self,
        data=None,
        files=None,
        *,
        auto_id="id_%s",
        prefix=None,
        initial=None,
        error_class=None,
        label_suffix=None,
        empty_permitted=False,
        instance=None,
        use_required_attribute=None,
        renderer=None,
    ):
        if instance is None:
            self.instance = self.Meta.model()
        else:
            self.instance = __of_model__(instance, self.Meta)
            __read_relations__(self.Meta)
        super().__init__(data, files, prefix=prefix, initial=initial, empty_permitted=empty_permitted)
        self.fields = {**__model_fields__(self.Meta), **__members__(self, Field)}

    @property
    def _meta(self):
        return self.Meta

    def _get_validation_exclusions(self):
        return __unknown__

    def clean(self):
        self._validate_unique = True
        return self.cleaned_data

    def _clean_fields(self):
        super()._clean_fields()
        __read_relations__(self.Meta)

    def _update_errors(self, errors):
        pass

    def _post_clean(self):
        self.instance = construct_instance(self, __of_model__(self.instance, self.Meta))
        try:
            __of_model__(self.instance, self.Meta).full_clean(exclude=self._get_validation_exclusions(), validate_unique=False)
        except ValidationError as error:
            self._update_errors(error)
        self.validate_unique()

    def validate_unique(self):
        try:
            __of_model__(self.instance, self.Meta).validate_unique(exclude=self._get_validation_exclusions())
        except ValidationError as error:
            self._update_errors(error)

    def validate_constraints(self):
        self.instance.validate_constraints()

    def _save_m2m(self):
        __save_m2m__(__of_model__(self.instance, self.Meta), self.Meta)

    def save_m2m(self):
        self._save_m2m()

    def save(self, commit=True):
        # what is stored in a form of which only the base is known is no row of all that are below it
        instance = __of_model__(self.instance, self.Meta)
        if commit:
            instance.save()
            self._save_m2m()
        return instance


class ModelForm(BaseModelForm):
    pass


def modelform_factory(model, form=ModelForm, fields=None, exclude=None, formfield_callback=None, **options):
    the_model = model
    the_fields = form.Meta.fields if fields is None else fields
    the_exclude = form.Meta.exclude if exclude is None else exclude
    the_callback = formfield_callback

    class Made(form):
        class Meta(form.Meta):
            model = the_model
            fields = the_fields
            exclude = the_exclude
            formfield_callback = the_callback

    return Made


class BaseModelFormSet(BaseFormSet):
    form = None
    model = None
    edit_only = False
    unique_fields = set()

    def __init__(self, data=None, files=None, *, auto_id="id_%s", prefix=None, queryset=None, initial=None, **kwargs):
        self.queryset = queryset
        self.new_objects = []
        self.changed_objects = []
        self.deleted_objects = []
        super().__init__(data=data, files=files, auto_id=auto_id, prefix=prefix, **kwargs)

    def initial_form_count(self):
        return len(self.get_queryset())

    def _existing_object(self, pk):
        return self.get_queryset().get(pk=pk)

    def _construct_form(self, i, **kwargs):
        if __unknown__:
            return super()._construct_form(i, **{**kwargs, "instance": self.get_queryset()[i]})
        return super()._construct_form(i, **kwargs)

    def get_queryset(self):
        if self.queryset is not None:
            return self.queryset
        return self.model._default_manager.get_queryset()

    def save_new(self, form, commit=True):
        return form.save(commit=commit)

    def save_existing(self, form, obj, commit=True):
        return form.save(commit=commit)

    def delete_existing(self, obj, commit=True):
        if commit:
            obj.delete()

    def save(self, commit=True):
        return self.save_existing_objects(commit) + self.save_new_objects(commit)

    def save_m2m(self):
        for form in self.forms:
            form.save_m2m()

    def clean(self):
        self.validate_unique()

    def validate_unique(self):
        for form in self.forms:
            form.validate_unique()

    def save_existing_objects(self, commit=True):
        saved = []
        for form in self.initial_forms:
            obj = form.instance
            if self._should_delete_form(form):
                self.deleted_objects.append(obj)
                self.delete_existing(obj, commit=commit)
            elif form.has_changed():
                self.changed_objects.append((obj, form.changed_data))
                saved.append(self.save_existing(form, obj, commit=commit))
        return saved

    def save_new_objects(self, commit=True):
        for form in self.extra_forms:
            if form.has_changed():
                self.new_objects.append(self.save_new(form, commit=commit))
        return self.new_objects


def modelformset_factory(
    model,
    form=ModelForm,
    formfield_callback=None,
    formset=BaseModelFormSet,
    extra=1,
    can_delete=False,
    can_order=False,
    max_num=None,
    fields=None,
    exclude=None,
    **options,
):
    the_model = model
    listed = None if fields is None else fields
    hidden = None if exclude is None else exclude
    the_form = modelform_factory(model, form=form, fields=listed, exclude=hidden, formfield_callback=formfield_callback)
    deletes = can_delete

    class Made(formset):
        model = the_model
        form = the_form
        can_delete = deletes

    return Made


class BaseInlineFormSet(BaseModelFormSet):
    parent_model = None
    fk = None

    def __init__(self, data=None, files=None, instance=None, *, save_as_new=False, prefix=None, queryset=None, **kwargs):
        if instance is None:
            self.instance = self.parent_model()
        else:
            self.instance = instance
        self.save_as_new = save_as_new
        if queryset is None:
            queryset = self.model._default_manager
        super().__init__(data, files, prefix=prefix, queryset=queryset.filter(), **kwargs)

    @classmethod
    def get_default_prefix(cls):
        return "inline"

    def save_new(self, form, commit=True):
        setattr(form.instance, self.fk.name, self.instance)
        return super().save_new(form, commit=commit)

    def get_unique_error_message(self, unique_check):
        return __unknown__


def inlineformset_factory(
    parent_model,
    model,
    form=ModelForm,
    formset=BaseInlineFormSet,
    fk_name=None,
    fields=None,
    exclude=None,
    extra=3,
    can_order=False,
    can_delete=True,
    max_num=None,
    formfield_callback=None,
    **options,
):
    the_parent = parent_model
    listed = None if fields is None else fields
    hidden = None if exclude is None else exclude
    made = modelformset_factory(
        model,
        form=form,
        formfield_callback=formfield_callback,
        formset=formset,
        fields=listed,
        exclude=hidden,
        can_delete=can_delete,
    )

    class Made(made):
        parent_model = the_parent

    return Made


class ModelChoiceIteratorValue:
    def __init__(self, value, instance):
        self.value = value
        self.instance = instance


class ModelChoiceIterator:
    def __init__(self, field):
        self.field = field
        self.queryset = field.queryset

    def __iter__(self):
        for obj in self.queryset.all():
            yield self.choice(obj)

    def __len__(self):
        return self.queryset.count()

    def choice(self, obj):
        return (ModelChoiceIteratorValue(obj.pk, obj), self.field.label_from_instance(obj))


class ModelChoiceField(ChoiceField):
    iterator = ModelChoiceIterator

    def __init__(self, queryset, *, empty_label="---------", to_field_name=None, limit_choices_to=None, **kwargs):
        Field.__init__(self, **kwargs)
        self.queryset = queryset

    def get_limit_choices_to(self):
        return __unknown__

    def label_from_instance(self, obj):
        return str(obj)

    def _get_choices(self):
        return self.iterator(self)

    @property
    def choices(self):
        return self._get_choices()

    @choices.setter
    def choices(self, value):
        pass

    def to_python(self, value):
        return self.queryset.get(pk=value)

    def validate(self, value):
        return Field.validate(self, value)


class ModelMultipleChoiceField(ModelChoiceField):
    widget = SelectMultiple

    def to_python(self, value):
        return list(self._check_values(value))

    def clean(self, value):
        queryset = self._check_values(value)
        self.run_validators(value)
        return queryset

    def _check_values(self, value):
        return self.queryset.filter(pk__in=value)


class InlineForeignKeyField(Field):
    def __init__(self, parent_instance, *args, **kwargs):
        self.parent_instance = parent_instance
        super().__init__(*args, **kwargs)

    def clean(self, value):
        return self.parent_instance
