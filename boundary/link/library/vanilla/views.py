"""What do the plain views call?"""

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.generic import View


class GenericView(View):
    form_class = None
    template_name = None

    def get_form_class(self):
        return self.form_class

    def get_form(self, data=None, files=None, **kwargs):
        form_class = self.get_form_class()
        return form_class(data=data, files=files, **kwargs)

    def get_template_names(self):
        return [self.template_name]

    def get_context_data(self, **kwargs):
        kwargs["view"] = self
        return kwargs

    def render_to_response(self, context):
        return TemplateResponse(self.request, self.get_template_names(), context)


class TemplateView(GenericView):
    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())


class FormView(GenericView):
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
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        return self.success_url
