"""What do the pages touch with which users keep their applications?"""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms.models import modelform_factory
from django.views.generic import CreateView, DeleteView, DetailView, ListView, UpdateView
from oauth2_provider.models import get_application_model


class ApplicationOwnerIsUserMixin(LoginRequiredMixin):
    fields = "__all__"

    def get_queryset(self):
        return get_application_model().objects.filter(user=self.request.user)


class ApplicationRegistration(LoginRequiredMixin, CreateView):
    template_name = "oauth2_provider/application_registration_form.html"

    def get_form_class(self):
        return modelform_factory(get_application_model(), fields=("name", "client_id", "client_secret"))

    def form_valid(self, form):
        form.instance.user = self.request.user
        return super().form_valid(form)


class ApplicationDetail(ApplicationOwnerIsUserMixin, DetailView):
    template_name = "oauth2_provider/application_detail.html"
    context_object_name = "application"


class ApplicationList(ApplicationOwnerIsUserMixin, ListView):
    template_name = "oauth2_provider/application_list.html"
    context_object_name = "applications"


class ApplicationDelete(ApplicationOwnerIsUserMixin, DeleteView):
    template_name = "oauth2_provider/application_confirm_delete.html"
    context_object_name = "application"


class ApplicationUpdate(ApplicationOwnerIsUserMixin, UpdateView):
    template_name = "oauth2_provider/application_form.html"
    context_object_name = "application"

    def get_form_class(self):
        return modelform_factory(get_application_model(), fields=("name", "client_id", "client_secret"))
