"""Which steps do the views of registering take?"""

from django.shortcuts import redirect
from django.views.generic import FormView, TemplateView
from registration.forms import RegistrationForm, ResendActivationForm


class RegistrationView(FormView):
    form_class = RegistrationForm
    template_name = "registration/registration_form.html"

    def dispatch(self, request, *args, **kwargs):
        request.user.is_authenticated
        if not self.registration_allowed():
            return redirect(__unknown__)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        new_user = self.register(form)
        self.get_success_url(new_user)
        self.request.session["registration_email"] = form.cleaned_data["email"]
        return redirect(__unknown__)

    def registration_allowed(self):
        return True

    def register(self, form):
        raise NotImplementedError

    def get_success_url(self, user=None):
        return super().get_success_url()


class ActivationView(TemplateView):
    template_name = "registration/activate.html"

    def get(self, request, *args, **kwargs):
        activated_user = self.activate(*args, **kwargs)
        if __unknown__:
            self.get_success_url(activated_user)
            return redirect(__unknown__)
        return super().get(request, *args, **kwargs)

    def activate(self, *args, **kwargs):
        raise NotImplementedError

    def get_success_url(self, user):
        raise NotImplementedError


class ResendActivationView(FormView):
    form_class = ResendActivationForm
    template_name = "registration/resend_activation_form.html"

    def form_valid(self, form):
        self.resend_activation(form)
        return self.render_form_submitted_template(form)

    def resend_activation(self, form):
        raise NotImplementedError

    def render_form_submitted_template(self, form):
        raise NotImplementedError


class ApprovalView(TemplateView):
    template_name = "registration/admin_approve.html"

    def get(self, request, *args, **kwargs):
        approved_user = self.approve(*args, **kwargs)
        if __unknown__:
            self.get_success_url(approved_user)
            return redirect(__unknown__)
        return super().get(request, *args, **kwargs)

    def approve(self, *args, **kwargs):
        raise NotImplementedError

    def get_success_url(self, user):
        raise NotImplementedError
