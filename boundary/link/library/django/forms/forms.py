"""What does a form call while it validates, and while it is shown?"""

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.fields import Field
from django.forms.utils import ErrorDict
from django.utils.functional import classproperty


class DeclarativeFieldsMetaclass(type):
    pass


class BaseForm:
    default_renderer = None
    field_order = None
    prefix = None
    use_required_attribute = True
    cleaned_data = {}

    @classproperty
    def base_fields(cls):
        return __members__(cls, Field)

    @classproperty
    def declared_fields(cls):
        return __members__(cls, Field)

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
        field_order=None,
        use_required_attribute=None,
        renderer=None,
    ):
        self.is_bound = data is not None or files is not None
        self.data = data
        self.files = files
        self.initial = initial or {}
        if prefix is not None:
            self.prefix = prefix
        self.empty_permitted = empty_permitted
        self._errors = None
        self.fields = __members__(self, Field)
        self.order_fields(field_order)

    def __shown__(self):
        self.render()

    def render(self, template_name=None, context=None, renderer=None):
        for field in self.fields.values():
            field.__shown__()
        return __unknown__

    as_p = as_div = as_ul = as_table = render

    def order_fields(self, field_order):
        pass

    def __iter__(self): ...

    def __getitem__(self, name): ...

    @property
    def errors(self):
        self.full_clean()
        return ErrorDict()

    def is_valid(self):
        self.errors
        return __unknown__

    def add_prefix(self, field_name):
        return field_name

    def add_error(self, field, error):
        pass

    def has_error(self, field, code=None):
        return __unknown__

    def non_field_errors(self):
        self.errors
        return []

    def full_clean(self):
        self.cleaned_data = {}
        self._clean_fields()
        self._clean_form()
        self._post_clean()

    def _clean_fields(self):
        for name, field in self.fields.items():
            self.cleaned_data[name] = field.clean(__unknown__)
        for name, method in __methods_like__(self, "clean_").items():
            self.cleaned_data[name] = method()

    def _clean_form(self):
        try:
            cleaned_data = self.clean()
        except ValidationError as error:
            self.add_error(None, error)
        else:
            if cleaned_data is not None:
                self.cleaned_data = cleaned_data

    def _post_clean(self):
        pass

    def clean(self):
        return self.cleaned_data

    def has_changed(self):
        return __unknown__

    @property
    def changed_data(self):
        return __unknown__

    @property
    def media(self):
        return __unknown__

    def is_multipart(self):
        return __unknown__

    def hidden_fields(self): ...

    def visible_fields(self): ...

    def get_initial_for_field(self, field, field_name):
        return __unknown__


class Form(BaseForm):
    pass
