"""What do the pages of a model do?  Each asks methods of its own what to show, and what to do before and after saving.

The views of a `SmartCRUDL` are classes in it, called after its actions; its model is theirs.
"""

from django.db import IntegrityError
from django.forms import ValidationError
from django.forms import models as model_forms
from django.http import HttpResponseRedirect
from django.views.generic import CreateView, DetailView, FormView, ListView, TemplateView, UpdateView
from django.views.generic.edit import ModelFormMixin, ProcessFormView
from smartmin.mixins import NonAtomicMixin


class SmartView:
    fields = None
    exclude = None
    field_config = {}
    title = None
    refresh = 0
    template_name = None
    crudl = None

    def __init__(self, *args):
        self.extra_context = {}

    def derive_title(self):
        return self.title

    def has_permission(self, request, *args, **kwargs):
        self.kwargs = kwargs
        self.args = args
        self.request = request
        return request.user.has_perm(__unknown__)

    def dispatch(self, request, *args, **kwargs):
        if not self.has_permission(request, *args, **kwargs) and __unknown__:
            return HttpResponseRedirect(__unknown__)
        response = self.pre_process(request, *args, **kwargs)
        if not response:
            return super().dispatch(request, *args, **kwargs)
        return response

    def pre_process(self, request, *args, **kwargs):
        return None

    # A page asks for what it shows by the names of its fields: of the view, else of the row.
    def lookup_field_value(self, context, obj, field):
        self.__call_matching__("get_", obj)
        return self.lookup_obj_attribute(obj, field)

    def lookup_obj_attribute(self, obj, field):
        return __unknown__

    def lookup_field_label(self, context, field, default=None):
        return __unknown__

    def derive_field_config(self):
        return self.field_config

    def derive_fields(self):
        return self.fields

    def derive_exclude(self):
        return self.exclude

    def derive_refresh(self):
        return self.refresh

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        self.derive_field_config()
        return {**context, "fields": self.derive_fields(), "title": self.derive_title(), "refresh": self.derive_refresh()}

    def as_json(self, context):
        return __unknown__

    def render_to_response(self, context, **response_kwargs):
        if __unknown__:
            return self.as_json(context)
        return super().render_to_response(context)


class SmartTemplateView(SmartView, TemplateView):
    pass


class SmartSingleObjectView(SmartView):
    slug_field = None
    slug_url_kwarg = None

    def get_slug_field(self):
        return self.slug_field


class SmartReadView(SmartSingleObjectView, DetailView):
    def derive_queryset(self):
        return super().get_queryset()

    def get_queryset(self):
        return self.derive_queryset()


class SmartDeleteView(SmartSingleObjectView, DetailView, ProcessFormView):
    cancel_url = None
    redirect_url = None

    def get_cancel_url(self):
        return self.cancel_url

    def pre_delete(self, obj):
        obj.modified_by = self.request.user

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        self.pre_delete(self.object)
        self.get_redirect_url()
        self.object.delete()
        return HttpResponseRedirect(__unknown__)

    def get_redirect_url(self, **kwargs):
        return self.redirect_url

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "cancel_url": self.get_cancel_url()}


class SmartListView(SmartView, ListView):
    search_fields = None
    link_fields = None
    select_related = None
    default_order = None

    def derive_search_fields(self):
        return self.search_fields

    def derive_link_fields(self, context):
        return self.link_fields

    def lookup_field_link(self, context, field, obj):
        return __unknown__

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        self.derive_link_fields(context)
        self.derive_ordering()
        return context

    def derive_select_related(self):
        return self.select_related

    def derive_queryset(self, **kwargs):
        queryset = super().get_queryset()
        self.derive_search_fields()
        related = self.derive_select_related()
        if related:
            return queryset.select_related(*related)
        return queryset

    def get_queryset(self, **kwargs):
        return self.order_queryset(self.derive_queryset(**kwargs))

    def derive_ordering(self):
        return self.default_order

    def order_queryset(self, queryset):
        self.derive_ordering()
        return queryset.order_by(__unknown__)


class SmartCsvView(SmartListView):
    def derive_filename(self):
        return __unknown__


class SmartXlsView(SmartCsvView):
    pass


class SmartFormMixin:
    readonly = ()
    success_message = None

    def derive_success_message(self):
        return self.success_message

    def get_form(self):
        self.form = super().get_form()
        self.derive_fields()
        self.derive_exclude()
        self.derive_readonly()
        for name, field in self.form.fields.items():
            self.customize_form_field(name, field)
        return self.form

    def customize_form_field(self, name, field):
        return field

    def derive_readonly(self):
        return self.readonly

    def get_form_class(self):
        if self.form_class:
            return self.form_class
        if self.model is not None:
            model = self.model
        elif getattr(self, "object", None) is not None:
            model = self.object.__class__
        else:
            model = self.get_queryset().model
        return model_forms.modelform_factory(model, **self.get_factory_kwargs())

    def get_factory_kwargs(self):
        return {"fields": self.fields}

    def get_success_url(self):
        return self.success_url

    def derive_initial(self):
        return {}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "initial": self.derive_initial()}

    def derive_submit_button_name(self):
        return __unknown__

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "submit_button_name": self.derive_submit_button_name()}


class SmartFormView(SmartFormMixin, SmartView, FormView):
    def form_valid(self, form):
        self.derive_success_message()
        return super().form_valid(form)


class SmartModelFormView(SmartFormMixin, SmartSingleObjectView, ModelFormMixin):
    def pre_save(self, obj):
        return obj

    def save(self, obj):
        self.object.save()
        self.save_m2m()

    def form_valid(self, form):
        self.object = form.save(commit=False)
        try:
            self.object = self.pre_save(self.object)
            self.save(self.object)
            self.object = self.post_save(self.object)
            self.derive_success_message()
            self.get_success_url()
            if __unknown__:
                return HttpResponseRedirect(__unknown__)
            return self.render_to_response(self.get_context_data(form=form))
        except IntegrityError:
            return self.render_to_response(self.get_context_data(form=form))

    def save_m2m(self):
        self.form.save_m2m()

    def post_save(self, obj):
        return obj


class SmartUpdateView(SmartModelFormView, UpdateView):
    exclude = ("created_by", "modified_by")

    def derive_queryset(self):
        return super().get_queryset()

    def get_queryset(self):
        return self.derive_queryset()

    def pre_save(self, obj):
        obj.modified_by = self.request.user
        return obj


class SmartModelActionView(SmartFormMixin, SmartSingleObjectView, DetailView, ProcessFormView):
    def execute_action(self):
        pass

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            self.execute_action()
        except ValidationError:
            return self.form_invalid(form)
        self.derive_success_message()
        return HttpResponseRedirect(self.get_success_url())


class SmartCreateView(SmartModelFormView, CreateView):
    exclude = ("created_by", "modified_by", "is_active")

    def has_object_permission(self, getter_name):
        return False

    def pre_save(self, obj):
        obj.created_by = self.request.user
        obj.modified_by = self.request.user
        return obj


class SmartCSVImportView(NonAtomicMixin, SmartCreateView):
    pass


class SmartCRUDL:
    actions = ("create", "read", "update", "delete", "list")
    model = None
    path = None
    permissions = True

    def __init__(self, model=None, path=None, actions=None):
        pass

    def view_for_action(self, action):
        view = getattr(self, "".join([word.capitalize() for word in action.split("_")]), None)
        if view is None:
            return __unknown__
        if view.model is None:
            view.model = self.model
        view.crudl = self
        return view

    def as_urlpatterns(self):
        return [self.view_for_action(action).as_view() for action in self.actions]
