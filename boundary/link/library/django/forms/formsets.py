"""Which forms does a formset make, and what does it call on them?"""

from django.core.exceptions import ValidationError
from django.forms.forms import Form
from django.utils.functional import cached_property

TOTAL_FORM_COUNT = "TOTAL_FORMS"
INITIAL_FORM_COUNT = "INITIAL_FORMS"
MIN_NUM_FORM_COUNT = "MIN_NUM_FORMS"
MAX_NUM_FORM_COUNT = "MAX_NUM_FORMS"
ORDERING_FIELD_NAME = "ORDER"
DELETION_FIELD_NAME = "DELETE"


class ManagementForm(Form):
    pass


class BaseFormSet:
    form = None
    extra = 1
    can_order = False
    can_delete = False
    prefix = None

    def __init__(
        self,
        data=None,
        files=None,
        *,
        auto_id="id_%s",
        prefix=None,
        initial=None,
        error_class=None,
        form_kwargs=None,
        error_messages=None,
    ):
        self.is_bound = data is not None or files is not None
        self.prefix = prefix
        self.data = data
        self.files = files
        self.initial = initial
        self.form_kwargs = form_kwargs or {}

    def __iter__(self):
        return iter(self.forms)

    def __shown__(self):
        self.render()

    def render(self, template_name=None, context=None, renderer=None):
        for form in self.forms:
            form.render()
        self.empty_form.render()
        return __unknown__

    def __getitem__(self, index):
        return self.forms[index]

    def __len__(self):
        return len(self.forms)

    @cached_property
    def management_form(self):
        return ManagementForm()

    def total_form_count(self):
        return __unknown__

    def initial_form_count(self):
        return __unknown__

    @cached_property
    def forms(self):
        return [self._construct_form(i, **self.get_form_kwargs(i)) for i in range(self.total_form_count())]

    def get_form_kwargs(self, index):
        return self.form_kwargs.copy()

    def _construct_form(self, i, **kwargs):
        initial = self.initial[i] if self.initial else None
        given = {"prefix": self.add_prefix(i), "data": self.data, "files": self.files, "initial": initial}
        form = self.form(**{**given, **kwargs})
        self.add_fields(form, i)
        return form

    @property
    def initial_forms(self):
        return self.forms[:1]

    @property
    def extra_forms(self):
        return self.forms[1:]

    @property
    def empty_form(self):
        form = self.form(**{"empty_permitted": True, **self.get_form_kwargs(None)})
        self.add_fields(form, None)
        return form

    @property
    def cleaned_data(self):
        return [form.cleaned_data for form in self.forms]

    @property
    def deleted_forms(self):
        return [form for form in self.forms if self._should_delete_form(form)]

    @property
    def ordered_forms(self):
        return [form for form in self.forms if __unknown__]

    @classmethod
    def get_default_prefix(cls):
        return "form"

    @classmethod
    def get_deletion_widget(cls):
        return __unknown__

    @classmethod
    def get_ordering_widget(cls):
        return __unknown__

    def non_form_errors(self):
        self.full_clean()
        return []

    @property
    def errors(self):
        self.full_clean()
        return [form.errors for form in self.forms]

    def total_error_count(self):
        return __unknown__

    def _should_delete_form(self, form):
        return self.can_delete and __unknown__

    def is_valid(self):
        self.errors
        for form in self.forms:
            if not form.is_valid():
                return False
        return __unknown__

    def full_clean(self):
        for form in self.forms:
            form.errors
        try:
            self.clean()
        except ValidationError:
            pass

    def clean(self):
        pass

    def has_changed(self):
        return __unknown__

    def add_fields(self, form, index):
        pass

    def add_prefix(self, index):
        return __unknown__

    def is_multipart(self):
        return __unknown__

    @property
    def media(self):
        return __unknown__


def formset_factory(form, formset=BaseFormSet, extra=1, can_order=False, can_delete=False, max_num=None, **options):
    the_form = form
    deletes = can_delete

    class Made(formset):
        form = the_form
        can_delete = deletes

    return Made


def all_valid(formsets):
    for formset in formsets:
        formset.is_valid()
    return __unknown__
