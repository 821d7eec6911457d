"""What do the admin's pages call and write, and which of them are transactions?"""

from django import forms
from django.contrib.admin.utils import NestedObjects, construct_change_message
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import router, transaction
from django.forms.formsets import all_valid
from django.forms.models import (
    BaseInlineFormSet,
    BaseModelFormSet,
    inlineformset_factory,
    modelform_factory,
    modelformset_factory,
)
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

IS_POPUP_VAR = "_popup"
TO_FIELD_VAR = "_to_field"
HORIZONTAL, VERTICAL = 1, 2


class ShowFacets:
    NEVER = "NEVER"
    ALLOW = "DYNAMIC"
    ALWAYS = "ALWAYS"


class IncorrectLookupParameters(Exception):
    pass


class BaseModelAdmin:
    autocomplete_fields = ()
    raw_id_fields = ()
    fields = None
    exclude = None
    fieldsets = None
    form = forms.ModelForm
    filter_vertical = ()
    filter_horizontal = ()
    radio_fields = {}
    prepopulated_fields = {}
    formfield_overrides = {}
    readonly_fields = ()
    ordering = None
    sortable_by = None
    view_on_site = True

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if __unknown__:
            return self.formfield_for_foreignkey(db_field, request, **kwargs)
        if __unknown__:
            return self.formfield_for_manytomany(db_field, request, **kwargs)
        return self.formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        return __unknown__

    def get_field_queryset(self, db, db_field, request):
        return __unknown__

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        self.get_field_queryset(__unknown__, db_field, request)
        return __unknown__

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        self.get_field_queryset(__unknown__, db_field, request)
        return __unknown__

    def get_autocomplete_fields(self, request):
        return self.autocomplete_fields

    def get_view_on_site_url(self, obj=None):
        return __unknown__

    def get_empty_value_display(self):
        return __unknown__

    def get_exclude(self, request, obj=None):
        return self.exclude

    def get_fields(self, request, obj=None):
        return self.fields

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets or [(None, {"fields": self.get_fields(request, obj)})]

    def get_inlines(self, request, obj):
        return self.inlines

    def get_ordering(self, request):
        return self.ordering or ()

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields

    def get_prepopulated_fields(self, request, obj=None):
        return self.prepopulated_fields

    def get_queryset(self, request):
        queryset = self.model._default_manager.get_queryset()
        ordering = self.get_ordering(request)
        if ordering:
            queryset = queryset.order_by(*ordering)
        return queryset

    def get_sortable_by(self, request):
        return self.sortable_by

    def lookup_allowed(self, lookup, value, request):
        return __unknown__

    def to_field_allowed(self, request, to_field):
        return __unknown__

    # Some user may do what the project does not forbid to everybody: only that is told apart by what follows.
    def has_add_permission(self, request):
        request.user.has_perm(__unknown__)
        return True

    def has_change_permission(self, request, obj=None):
        request.user.has_perm(__unknown__)
        return True

    def has_delete_permission(self, request, obj=None):
        request.user.has_perm(__unknown__)
        return True

    def has_view_permission(self, request, obj=None):
        request.user.has_perm(__unknown__)
        return True

    def has_view_or_change_permission(self, request, obj=None):
        return self.has_view_permission(request, obj) or self.has_change_permission(request, obj)

    def has_module_permission(self, request):
        return request.user.has_module_perms(__unknown__)


class ModelAdmin(BaseModelAdmin):
    __entry_points__ = {
        "add_view": "admin",
        "change_view": "admin",
        "delete_view": "admin",
        "changelist_view": "admin",
        "history_view": "admin",
    }

    list_display = ("__str__",)
    list_display_links = ()
    list_filter = ()
    list_select_related = False
    list_editable = None
    search_fields = ()
    date_hierarchy = None
    paginator = Paginator
    inlines = ()
    actions = ()

    def __init__(self, model, admin_site):
        self.model = model
        self.opts = model._meta
        self.admin_site = admin_site

    def get_inline_instances(self, request, obj=None):
        instances = []
        for inline_class in self.get_inlines(request, obj):
            inline = inline_class(self.model, self.admin_site)
            inline.has_view_or_change_permission(request, obj)
            inline.has_add_permission(request, obj)
            inline.has_delete_permission(request, obj)
            instances.append(inline)
        return instances

    def get_urls(self):
        return [
            path("", self.admin_site.admin_view(self.changelist_view)),
            path("add/", self.admin_site.admin_view(self.add_view)),
            path("<path:object_id>/history/", self.admin_site.admin_view(self.history_view)),
            path("<path:object_id>/delete/", self.admin_site.admin_view(self.delete_view)),
            path("<path:object_id>/change/", self.admin_site.admin_view(self.change_view)),
        ]

    @property
    def urls(self):
        return self.get_urls()

    @property
    def media(self):
        return __unknown__

    def get_model_perms(self, request):
        return {
            "add": self.has_add_permission(request),
            "change": self.has_change_permission(request),
            "delete": self.has_delete_permission(request),
            "view": self.has_view_permission(request),
        }

    def get_form(self, request, obj=None, change=False, *, fields=None, **kwargs):
        shown = fields or __shown_fields__(self.get_fieldsets(request, obj))
        hidden = [*(self.get_exclude(request, obj) or ()), *self.get_readonly_fields(request, obj)]
        self.formfield_for_dbfield(__unknown__, request)
        made = modelform_factory(self.model, **{"form": self.form, **kwargs})

        class AdminForm(made):
            class Meta(made.Meta):
                fields = shown or made.Meta.fields
                exclude = hidden or made.Meta.exclude
                formfield_callback = self.formfield_for_dbfield

        return AdminForm

    def get_changelist(self, request, **kwargs):
        return ChangeList

    def get_changelist_instance(self, request):
        self.get_list_display(request)
        self.get_list_display_links(request, self.list_display)
        return self.get_changelist(request)(request, self.model, self)

    def get_object(self, request, object_id, from_field=None):
        queryset = self.get_queryset(request)
        try:
            return queryset.get(pk=object_id)
        except self.model.DoesNotExist:
            return None

    def get_changelist_form(self, request, **kwargs):
        return modelform_factory(self.model, form=forms.ModelForm)

    def get_changelist_formset(self, request, **kwargs):
        form = self.get_changelist_form(request)
        existing = without_new(BaseModelFormSet)
        return modelformset_factory(self.model, form=form, formset=existing, fields=self.list_editable)

    def get_formsets_with_inlines(self, request, obj=None):
        for inline in self.get_inline_instances(request, obj):
            yield inline.get_formset(request, obj), inline

    def get_paginator(self, request, queryset, per_page, orphans=0, allow_empty_first_page=True):
        return self.paginator(queryset, per_page, orphans, allow_empty_first_page)

    def log_addition(self, request, obj, message):
        from django.contrib.admin.models import ADDITION, LogEntry

        return LogEntry.objects.log_actions(request.user.pk, [obj], ADDITION, message, single_object=True)

    def log_change(self, request, obj, message):
        from django.contrib.admin.models import CHANGE, LogEntry

        return LogEntry.objects.log_actions(request.user.pk, [obj], CHANGE, message, single_object=True)

    def log_deletion(self, request, obj, object_repr):
        from django.contrib.admin.models import DELETION, LogEntry

        return LogEntry.objects.log_actions(request.user.pk, [obj], DELETION, "", single_object=True)

    def log_deletions(self, request, queryset):
        from django.contrib.admin.models import DELETION, LogEntry

        return LogEntry.objects.log_actions(request.user.pk, queryset, DELETION)

    def get_action_choices(self, request, default_choices=()):
        return []

    def get_actions(self, request):
        if self.actions is None:
            return {}
        return {name: (action, name, __unknown__) for name, action in self.admin_site._actions.items()}

    def get_action(self, action):
        if callable(action):
            return action, action.__name__, __unknown__
        return getattr(self.__class__, action), action, __unknown__

    def get_list_display(self, request):
        return self.list_display

    def get_list_display_links(self, request, list_display):
        return self.list_display_links

    def get_list_filter(self, request):
        return self.list_filter

    def get_list_select_related(self, request):
        return self.list_select_related

    def get_search_fields(self, request):
        return self.search_fields

    def get_search_results(self, request, queryset, search_term):
        return __searched__(queryset, self.get_search_fields(request)), __unknown__

    def get_preserved_filters(self, request):
        return __unknown__

    def construct_change_message(self, request, form, formsets, add=False):
        return construct_change_message(form, formsets, add)

    def message_user(self, request, message, level=20, extra_tags="", fail_silently=False):
        pass

    def save_form(self, request, form, change):
        return form.save(commit=False)

    def save_model(self, request, obj, form, change):
        obj.save()

    def delete_model(self, request, obj):
        obj.delete()

    def delete_queryset(self, request, queryset):
        queryset.delete()

    def save_formset(self, request, form, formset, change):
        formset.save()

    def save_related(self, request, form, formsets, change):
        form.save_m2m()
        for formset in formsets:
            self.save_formset(request, form, formset, change=change)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        from django.contrib.contenttypes.models import ContentType

        ContentType.objects.get_for_model(self.model)
        return TemplateResponse(request, "", context)

    def render_delete_form(self, request, context):
        return TemplateResponse(request, "", context)

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_post_save_add(request, obj)

    def response_change(self, request, obj):
        return self.response_post_save_change(request, obj)

    def response_post_save_add(self, request, obj):
        return HttpResponseRedirect("")

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect("")

    def response_delete(self, request, obj_display, obj_id):
        return HttpResponseRedirect("")

    def response_action(self, request, queryset):
        from django.contrib.admin.actions import delete_selected

        for name, entry in self.get_actions(request).items():
            entry[0](self, request, queryset)
        actions = self.actions
        if actions is None:  # the project wants no actions at all, not even the usual one
            return HttpResponseRedirect("")
        allowed = self.has_delete_permission(request)
        if allowed and __unknown__:
            return delete_selected(self, request, queryset)
        for action in actions:
            if isinstance(action, str):
                return getattr(self, action)(request, queryset)
            return action(self, request, queryset)
        return HttpResponseRedirect("")

    def get_changeform_initial_data(self, request):
        return {**__unknown__}

    def get_formset_kwargs(self, request, obj, inline, prefix):
        return {
            "instance": obj,
            "prefix": prefix,
            "queryset": inline.get_queryset(request),
            "data": request.POST,
            "files": request.FILES,
        }

    def _create_formsets(self, request, obj, change):
        formsets = []
        inline_instances = []
        if change:
            pairs = self.get_formsets_with_inlines(request, obj)
        else:
            pairs = self.get_formsets_with_inlines(request)
        for FormSet, inline in pairs:
            formsets.append(FormSet(**self.get_formset_kwargs(request, obj, inline, __unknown__)))
            inline_instances.append(inline)
        return formsets, inline_instances

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        return []

    def changeform_view(self, request: HttpRequest, object_id=None, form_url="", extra_context=None):
        with transaction.atomic(using=router.db_for_write(self.model)):
            return self._changeform_view(request, object_id, form_url, extra_context)

    def _changeform_view(self, request, object_id, form_url, extra_context):
        add = object_id is None
        if add:
            allowed = self.has_add_permission(request)
            if not allowed:
                raise PermissionDenied
            obj = None
        else:
            obj = self.get_object(request, object_id)
            allowed = self.has_change_permission(request, obj)
            if obj is None:
                return HttpResponseRedirect("")
        ModelForm = self.get_form(request, obj, change=not add)
        if allowed and __unknown__:  # who may not change an object is shown it all the same
            form = ModelForm(request.POST, request.FILES, instance=obj)
            formsets, inline_instances = self._create_formsets(request, form.instance, change=not add)
            if form.is_valid() and all_valid(formsets):
                new_object = self.save_form(request, form, change=not add)
                self.save_model(request, new_object, form, not add)
                self.save_related(request, form, formsets, not add)
                change_message = self.construct_change_message(request, form, formsets, add)
                if add:
                    self.log_addition(request, new_object, change_message)
                    return self.response_add(request, new_object)
                self.log_change(request, new_object, change_message)
                return self.response_change(request, new_object)
        elif add:
            form = ModelForm(initial=self.get_changeform_initial_data(request))
            formsets, inline_instances = self._create_formsets(request, form.instance, change=False)
        else:
            form = ModelForm(instance=obj)
            formsets, inline_instances = self._create_formsets(request, obj, change=True)
        self.get_inline_formsets(request, formsets, inline_instances, obj)
        return self.render_change_form(request, {}, add=add, change=not add, obj=obj, form_url=form_url)

    def add_view(self, request: HttpRequest, form_url="", extra_context=None):
        return self.changeform_view(request, None, form_url, extra_context)

    def change_view(self, request: HttpRequest, object_id=__unknown__, form_url="", extra_context=None):
        def show():
            for obj in self.get_queryset(request):
                __show_columns__(self.get_readonly_fields(request, obj), obj, self)
                for inline in self.get_inline_instances(request, obj):
                    for row in inline.get_queryset(request):
                        __show_columns__(inline.get_readonly_fields(request, row), row, inline)

        __answer_by__(show)
        # The key is not known, but it is one: `True` says so, and no more, wherever it is handed on.
        return self.changeform_view(request, True, form_url, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context=None):
        def show():
            for row in self.get_queryset(request):
                __show_columns__(self.get_list_display(request), row, self)

        allowed = self.has_view_or_change_permission(request)
        if not allowed:
            raise PermissionDenied
        __answer_by__(show)
        changelist = self.get_changelist_instance(request)
        changelist.get_queryset(request)
        self.get_search_results(request, self.get_queryset(request), __unknown__)
        for list_filter in self.get_list_filter(request):
            if callable(list_filter):
                chosen = list_filter(request, {}, self.model, self)
                chosen.lookups(request, self)
                chosen.filtered(request, self.get_queryset(request))
            elif not isinstance(list_filter, str):
                chosen = list_filter[1](__unknown__, request, {}, self.model, self, list_filter[0])
                chosen.filtered(request, self.get_queryset(request))
        if __unknown__:
            # what the list shows are rows of this model, however they were filtered: not those of other lists
            rows = self.get_queryset(request).select_related(*self.get_list_display(request))
            return self.response_action(request, rows)
        allowed = self.has_change_permission(request)
        if self.list_editable is not None and allowed:
            FormSet = self.get_changelist_formset(request)
            formset = changelist.formset = FormSet(request.POST, request.FILES, queryset=self.get_queryset(request))
            if formset.is_valid():
                with transaction.atomic(using=router.db_for_write(self.model)):
                    for form in formset.forms:
                        if form.has_changed():
                            obj = self.save_form(request, form, change=True)
                            self.save_model(request, obj, form, change=True)
                            self.save_related(request, form, formsets=[], change=True)
                            self.log_change(request, obj, self.construct_change_message(request, form, None))
        return TemplateResponse(request, "", {})

    def get_deleted_objects(self, objs, request):
        collector = NestedObjects(using=__unknown__)  # here: what many pages call keeps the rows of each apart no more
        collector.collect(objs)
        return (collector.nested(), {}, set(), [])

    def delete_view(self, request: HttpRequest, object_id=__unknown__, extra_context=None):
        with transaction.atomic(using=router.db_for_write(self.model)):
            return self._delete_view(request, object_id, extra_context)

    def _delete_view(self, request, object_id, extra_context):
        obj = self.get_object(request, object_id)
        allowed = self.has_delete_permission(request, obj)
        if not allowed:
            raise PermissionDenied
        self.get_deleted_objects([obj], request)
        if __unknown__:
            obj_display = str(obj)
            self.log_deletion(request, obj, obj_display)
            self.log_deletions(request, [obj])
            self.delete_model(request, obj)
            return self.response_delete(request, obj_display, __unknown__)
        return self.render_delete_form(request, {})

    def history_view(self, request: HttpRequest, object_id=__unknown__, extra_context=None):
        from django.contrib.admin.models import LogEntry

        obj = self.get_object(request, object_id)
        self.has_view_or_change_permission(request, obj)
        list(LogEntry.objects.filter(object_id=object_id).select_related().order_by("action_time"))
        return TemplateResponse(request, "", {})


def without_new(formset):
    class Old(formset):
        def save_new_objects(self, commit=True):
            return []

    return Old


def without_changes(formset):
    class Unchanged(formset):
        def save_existing(self, form, obj, commit=True):
            return obj

    return Unchanged


class InlineModelAdmin(BaseModelAdmin):
    model = None
    fk_name = None
    formset = BaseInlineFormSet
    extra = 3
    min_num = None
    max_num = None
    can_delete = True
    show_change_link = False

    def __init__(self, parent_model, admin_site):
        self.admin_site = admin_site
        self.parent_model = parent_model
        self.opts = self.model._meta

    def get_extra(self, request, obj=None, **kwargs):
        return self.extra

    def get_min_num(self, request, obj=None, **kwargs):
        return self.min_num

    def get_max_num(self, request, obj=None, **kwargs):
        return self.max_num

    def get_formset(self, request, obj=None, **kwargs):
        shown = __shown_fields__(self.get_fieldsets(request, obj))
        hidden = [*(self.get_exclude(request, obj) or ()), *self.get_readonly_fields(request, obj)]
        self.get_extra(request, obj)
        self.get_min_num(request, obj)
        self.get_max_num(request, obj)
        self.formfield_for_dbfield(__unknown__, request)
        add = self.has_add_permission(request, obj)
        change = self.has_change_permission(request, obj)
        if __all_in__(shown, hidden):  # a form without fields never changes
            add = change = False
        delete = self.can_delete and self.has_delete_permission(request, obj)
        formset = self.formset
        if not add:
            formset = without_new(formset)
        if not change or obj is None:
            formset = without_changes(formset)
        if obj is None:
            delete = False
        defaults = {
            "form": self.form,
            "formset": formset,
            "can_delete": delete,
            "fields": shown or None,
            "exclude": hidden or None,
            "formfield_callback": self.formfield_for_dbfield,
            **kwargs,
        }
        return self._make_formset(**defaults)

    def _make_formset(self, **defaults):
        return inlineformset_factory(self.parent_model, self.model, **defaults)

    def has_add_permission(self, request, obj):
        return super().has_add_permission(request)


class StackedInline(InlineModelAdmin):
    template = "admin/edit_inline/stacked.html"


class TabularInline(InlineModelAdmin):
    template = "admin/edit_inline/tabular.html"
