"""What does a page with a form write?  What was filled in."""

from django.db import models
from django.forms import Form
from django.template.response import TemplateResponse
from wagtail.models import Orderable, Page


class AbstractFormSubmission(models.Model):
    page = models.ForeignKey(Page, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class FormSubmission(AbstractFormSubmission):
    class Meta:
        app_label = "wagtailforms"


class AbstractFormField(Orderable):
    label = models.CharField(max_length=255)

    class Meta:
        abstract = True


class FormMixin:
    def get_form_fields(self):
        return self.form_fields.all()

    def get_form_class(self):
        self.get_form_fields()
        return Form

    def get_form(self, *args, **kwargs):
        return self.get_form_class()(*args)

    def get_submission_class(self):
        return FormSubmission

    def process_form_submission(self, form):
        return self.get_submission_class().objects.create(page=self)

    def render_landing_page(self, request, form_submission=None, *args, **kwargs):
        return TemplateResponse(request, __unknown__, self.get_context(request))

    def serve(self, request, *args, **kwargs):
        form = self.get_form(request.POST)
        if form.is_valid():
            return self.render_landing_page(request, self.process_form_submission(form))
        return TemplateResponse(request, __unknown__, self.get_context(request))


class AbstractForm(FormMixin, Page):
    class Meta:
        abstract = True


class AbstractEmailForm(AbstractForm):
    class Meta:
        abstract = True

    def process_form_submission(self, form):
        submission = super().process_form_submission(form)
        self.send_mail(form)
        return submission

    def send_mail(self, form):
        pass
