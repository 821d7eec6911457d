"""How does a view save an object together with its inline formsets?"""

from django.contrib.messages.views import SuccessMessageMixin
from django.forms.formsets import all_valid
from django.views.generic.base import ContextMixin
from django.views.generic.detail import SingleObjectTemplateResponseMixin
from django.views.generic.edit import FormView, ModelFormMixin
from extra_views.formsets import BaseInlineFormSetFactory


class InlineFormSetFactory(BaseInlineFormSetFactory):
    def __init__(self, parent_model, request, instance, view_kwargs=None, view=None):
        self.parent_model = parent_model
        self.request = request
        self.object = instance
        self.kwargs = view_kwargs
        self.view = view

    def get_formset(self):
        from django.forms.models import inlineformset_factory

        return inlineformset_factory(self.parent_model, self.model, **self.get_factory_kwargs())


class ModelFormWithInlinesMixin(ModelFormMixin):
    inlines = []

    def get_inlines(self):
        return self.inlines

    def forms_valid(self, form, inlines):
        response = self.form_valid(form)
        for formset in inlines:
            formset.save()
        return response

    def forms_invalid(self, form, inlines):
        return self.render_to_response(self.get_context_data(form=form, inlines=inlines))

    def construct_inlines(self):
        formsets = []
        for inline_class in self.get_inlines():
            inline = inline_class(self.model, self.request, self.object, self.kwargs, self)
            formsets.append(inline.construct_formset())
        return formsets


class ProcessFormWithInlinesView(FormView):
    def get(self, request, *args, **kwargs):
        form = self.get_form(self.get_form_class())
        inlines = self.construct_inlines()
        return self.render_to_response(self.get_context_data(form=form, inlines=inlines, **kwargs))

    def post(self, request, *args, **kwargs):
        form = self.get_form(self.get_form_class())
        if form.is_valid():
            self.object = form.save(commit=False)
        inlines = self.construct_inlines()
        if all_valid(inlines) and __unknown__:
            return self.forms_valid(form, inlines)
        return self.forms_invalid(form, inlines)

    def put(self, *args, **kwargs):
        return self.post(*args, **kwargs)


class BaseCreateWithInlinesView(ModelFormWithInlinesMixin, ProcessFormWithInlinesView):
    def get(self, request, *args, **kwargs):
        self.object = None
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.object = None
        return super().post(request, *args, **kwargs)


class CreateWithInlinesView(SingleObjectTemplateResponseMixin, BaseCreateWithInlinesView):
    pass


class BaseUpdateWithInlinesView(ModelFormWithInlinesMixin, ProcessFormWithInlinesView):
    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().post(request, *args, **kwargs)


class UpdateWithInlinesView(SingleObjectTemplateResponseMixin, BaseUpdateWithInlinesView):
    pass


class NamedFormsetsMixin(ContextMixin):
    inlines_names = []

    def get_inlines_names(self):
        return self.inlines_names


class FormSetSuccessMessageMixin:
    success_message = ""

    def formset_valid(self, formset):
        response = super().formset_valid(formset)
        self.get_success_message(formset)
        return response

    def get_success_message(self, formset):
        return self.success_message
