"""What do the views of models call?"""

from django.core.paginator import Paginator
from django.forms import models as model_forms
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.generic import View


class GenericModelView(View):
    model = None
    fields = None
    lookup_field = "pk"
    lookup_url_kwarg = None
    queryset = None
    form_class = None
    template_name = None
    context_object_name = None
    paginate_by = None
    page_kwarg = "page"
    template_name_suffix = None

    def get_object(self):
        queryset = self.get_queryset()
        return get_object_or_404(queryset, **{self.lookup_field: __unknown__})

    def get_queryset(self):
        if self.queryset is not None:
            return self.queryset.all()
        return self.model._default_manager.all()

    def get_form_class(self):
        if self.form_class is not None:
            return self.form_class
        return model_forms.modelform_factory(self.model, fields=self.fields)

    def get_form(self, data=None, files=None, **kwargs):
        form_class = self.get_form_class()
        return form_class(data=data, files=files, **kwargs)

    def get_paginate_by(self):
        return self.paginate_by

    def get_paginator(self, queryset, page_size):
        return Paginator(queryset, page_size)

    def paginate_queryset(self, queryset, page_size):
        return self.get_paginator(queryset, page_size).page(__unknown__)

    def get_context_object_name(self, is_list=False):
        return self.context_object_name

    def get_context_data(self, **kwargs):
        kwargs["view"] = self
        if getattr(self, "object", None) is not None:
            kwargs["object"] = self.object
            self.get_context_object_name()
        if getattr(self, "object_list", None) is not None:
            kwargs["object_list"] = self.object_list
            self.get_context_object_name(is_list=True)
        return kwargs

    def get_template_names(self):
        return [self.template_name]

    def render_to_response(self, context):
        return TemplateResponse(self.request, self.get_template_names(), context)


class ListView(GenericModelView):
    allow_empty = True

    def get(self, request, *args, **kwargs):
        queryset = self.get_queryset()
        paginate_by = self.get_paginate_by()
        if not self.allow_empty and not queryset.exists():
            raise Http404
        if paginate_by is not None:
            self.paginate_queryset(queryset, paginate_by)
        self.object_list = queryset
        return self.render_to_response(self.get_context_data())


class DetailView(GenericModelView):
    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())


class CreateView(GenericModelView):
    success_url = None

    def get(self, request, *args, **kwargs):
        form = self.get_form()
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request, *args, **kwargs):
        form = self.get_form(data=request.POST, files=request.FILES)
        if form.is_valid():
            return self.form_valid(form)
        return self.form_invalid(form)

    def form_valid(self, form):
        self.object = form.save()
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        return self.success_url or self.object.get_absolute_url()


class UpdateView(GenericModelView):
    success_url = None

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = self.get_form(instance=self.object)
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = self.get_form(data=request.POST, files=request.FILES, instance=self.object)
        if form.is_valid():
            return self.form_valid(form)
        return self.form_invalid(form)

    def form_valid(self, form):
        self.object = form.save()
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        return self.success_url or self.object.get_absolute_url()


class DeleteView(GenericModelView):
    success_url = None

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        self.object.delete()
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self):
        return self.success_url
