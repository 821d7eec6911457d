"""What do the pages about one's own second factor read and delete?"""

from django.views.generic import FormView, TemplateView
from django_otp import devices_for_user
from two_factor.forms import DisableForm
from two_factor.utils import default_device


class ProfileView(TemplateView):
    def get_context_data(self, **kwargs):
        user = self.request.user
        for device in user.staticdevice_set.all():
            device.token_set.count()
        return {**super().get_context_data(**kwargs), "default_device": default_device(user)}


class DisableView(FormView):
    form_class = DisableForm

    def form_valid(self, form):
        for device in devices_for_user(self.request.user):
            device.delete()
