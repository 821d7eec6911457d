"""How does a view make, validate and save a formset?"""

from django.forms.formsets import formset_factory
from django.forms.models import inlineformset_factory, modelformset_factory
from django.http import HttpResponseRedirect
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View
from django.views.generic.detail import SingleObjectMixin, SingleObjectTemplateResponseMixin
from django.views.generic.list import MultipleObjectMixin, MultipleObjectTemplateResponseMixin


class BaseFormSetFactory:
    initial = []
    form_class = None
    formset_class = None
    prefix = None
    formset_kwargs = {}
    factory_kwargs = {}
    form_kwargs = {}

    def construct_formset(self):
        formset_class = self.get_formset()
        return formset_class(**self.get_formset_kwargs())

    def get_initial(self):
        return self.initial

    def get_prefix(self):
        return self.prefix

    def get_formset_class(self):
        return self.formset_class

    def get_form_class(self):
        return self.form_class

    def get_form_kwargs(self):
        return self.form_kwargs.copy()

    def get_formset(self):
        return formset_factory(self.get_form_class(), **self.get_factory_kwargs())

    def get_formset_kwargs(self):
        return {
            **self.formset_kwargs,
            "initial": self.get_initial(),
            "prefix": self.get_prefix(),
            "form_kwargs": self.get_form_kwargs(),
            "data": self.request.POST,
            "files": self.request.FILES,
        }

    def get_factory_kwargs(self):
        formset_class = self.get_formset_class()
        if formset_class is None:
            return self.factory_kwargs.copy()
        return {**self.factory_kwargs, "formset": formset_class}


class FormSetMixin(BaseFormSetFactory, ContextMixin):
    success_url = None

    def get_success_url(self):
        return self.success_url

    def formset_valid(self, formset):
        return HttpResponseRedirect(self.get_success_url())

    def formset_invalid(self, formset):
        return self.render_to_response(self.get_context_data(formset=formset))


class ModelFormSetMixin(FormSetMixin, MultipleObjectMixin):
    exclude = None
    fields = None

    def get_formset_kwargs(self):
        kwargs = super().get_formset_kwargs()
        kwargs["queryset"] = self.get_queryset()
        return kwargs

    def get_factory_kwargs(self):
        kwargs = {"fields": self.fields, "exclude": self.exclude, **super().get_factory_kwargs()}
        form_class = self.get_form_class()
        if form_class is None:
            return kwargs
        return {**kwargs, "form": form_class}

    def get_formset(self):
        return modelformset_factory(self.model, **self.get_factory_kwargs())

    def formset_valid(self, formset):
        self.object_list = formset.save()
        return super().formset_valid(formset)


class BaseInlineFormSetFactory(BaseFormSetFactory):
    model = None
    inline_model = None
    exclude = None
    fields = None

    def get_inline_model(self):
        return self.inline_model

    def get_formset_kwargs(self):
        kwargs = super().get_formset_kwargs()
        kwargs["instance"] = self.object
        return kwargs

    def get_factory_kwargs(self):
        kwargs = {"fields": self.fields, "exclude": self.exclude, **super().get_factory_kwargs()}
        form_class = self.get_form_class()
        if form_class is None:
            return kwargs
        return {**kwargs, "form": form_class}

    def get_formset(self):
        return inlineformset_factory(self.model, self.get_inline_model(), **self.get_factory_kwargs())


class InlineFormSetMixin(BaseInlineFormSetFactory, SingleObjectMixin, FormSetMixin):
    def formset_valid(self, formset):
        self.object_list = formset.save()
        return super().formset_valid(formset)


class ProcessFormSetView(View):
    def get(self, request, *args, **kwargs):
        formset = self.construct_formset()
        return self.render_to_response(self.get_context_data(formset=formset))

    def post(self, request, *args, **kwargs):
        formset = self.construct_formset()
        if formset.is_valid():
            return self.formset_valid(formset)
        return self.formset_invalid(formset)

    def put(self, *args, **kwargs):
        return self.post(*args, **kwargs)


class BaseFormSetView(FormSetMixin, ProcessFormSetView):
    pass


class FormSetView(TemplateResponseMixin, BaseFormSetView):
    pass


class BaseModelFormSetView(ModelFormSetMixin, ProcessFormSetView):
    def get(self, request, *args, **kwargs):
        self.object_list = self.get_queryset()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.object_list = self.get_queryset()
        return super().post(request, *args, **kwargs)


class ModelFormSetView(MultipleObjectTemplateResponseMixin, BaseModelFormSetView):
    pass


class BaseInlineFormSetView(InlineFormSetMixin, ProcessFormSetView):
    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().post(request, *args, **kwargs)


class InlineFormSetView(SingleObjectTemplateResponseMixin, BaseInlineFormSetView):
    pass
