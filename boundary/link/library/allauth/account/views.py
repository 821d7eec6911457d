"""What do the pages of an account do? Projects derive from these views, and name forms of theirs in `ACCOUNT_FORMS`."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    AddEmailForm,
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    SignupForm,
)
from allauth.account.mixins import (
    AjaxCapableProcessFormViewMixin,
    CloseableSignupMixin,
    LogoutFunctionalityMixin,
    NextRedirectMixin,
    RedirectAuthenticatedUserMixin,
)
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.account.signals import email_changed, email_removed, password_changed, password_reset, password_set
from allauth.account.utils import complete_signup, logout_on_password_change, perform_login
from allauth.core import ratelimit
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.module_loading import import_string
from django.views.generic.base import TemplateResponseMixin, TemplateView, View
from django.views.generic.edit import FormView


def get_form_class(forms, form_id, default_form):
    if forms and form_id in forms:
        return import_string(forms[form_id])
    return default_form


class LoginView(NextRedirectMixin, RedirectAuthenticatedUserMixin, AjaxCapableProcessFormViewMixin, FormView):
    form_class = LoginForm
    template_name = "account/login.html"

    @method_decorator(rate_limit(action="login"))
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "request": self.request}

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "login", self.form_class)

    def form_valid(self, form):
        return form.login(self.request, redirect_url=self.get_success_url())


class SignupView(
    RedirectAuthenticatedUserMixin, CloseableSignupMixin, NextRedirectMixin, AjaxCapableProcessFormViewMixin, FormView
):
    form_class = SignupForm
    template_name = "account/signup.html"

    @method_decorator(rate_limit(action="signup"))
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "signup", self.form_class)

    def form_valid(self, form):
        self.user, response = form.try_save(self.request)
        if response:
            return response
        return complete_signup(self.request, self.user, None, self.get_success_url())


class ConfirmEmailView(NextRedirectMixin, LogoutFunctionalityMixin, TemplateResponseMixin, View):
    template_name = "account/email_confirm.html"

    def get(self, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())

    def post(self, *args, **kwargs):
        self.object = confirmation = self.get_object()
        address = confirmation.confirm(self.request)
        if __unknown__:
            self.logout()
        return self.login_on_confirm(address) or HttpResponseRedirect(self.get_redirect_url())

    def login_on_confirm(self, address):
        return perform_login(self.request, address.user)

    def get_object(self, queryset=None):
        return (queryset or self.get_queryset()).get(key=__unknown__)

    def get_queryset(self):
        return EmailConfirmation.objects.all_valid().select_related("email_address__user")

    def get_context_data(self, **kwargs):
        return kwargs

    def get_redirect_url(self):
        return __unknown__


@method_decorator(login_required, name="dispatch")
@method_decorator(rate_limit(action="manage_email"), name="dispatch")
class EmailView(AjaxCapableProcessFormViewMixin, FormView):
    form_class = AddEmailForm
    template_name = "account/email.html"

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "add_email", self.form_class)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        form.save(self.request)
        return super().form_valid(form)

    def post(self, request, *args, **kwargs):
        if "action_add" in request.POST:
            return super().post(request, *args, **kwargs)
        address = EmailAddress.objects.get_for_user(request.user, __unknown__)
        if "action_send" in request.POST:
            return self._action_send(request, address)
        if "action_remove" in request.POST:
            return self._action_remove(request, address)
        return self._action_primary(request, address)

    def _action_send(self, request, address):
        address.send_confirmation(request)

    def _action_remove(self, request, address):
        address.remove()
        email_removed.send(sender=request.user.__class__, request=request, user=request.user, email_address=address)

    def _action_primary(self, request, address):
        address.set_as_primary()
        email_changed.send(sender=request.user.__class__, request=request, user=request.user, to_email_address=address)


class _OfUser(AjaxCapableProcessFormViewMixin, NextRedirectMixin, FormView):
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}


@method_decorator(login_required, name="dispatch")
@method_decorator(rate_limit(action="change_password"), name="dispatch")
class PasswordChangeView(_OfUser):
    form_class = ChangePasswordForm
    template_name = "account/password_change.html"

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "change_password", self.form_class)

    def form_valid(self, form):
        form.save()
        logout_on_password_change(self.request, form.user)
        password_changed.send(sender=self.request.user.__class__, request=self.request, user=self.request.user)
        return super().form_valid(form)


@method_decorator(login_required, name="dispatch")
@method_decorator(rate_limit(action="change_password"), name="dispatch")
class PasswordSetView(_OfUser):
    form_class = SetPasswordForm
    template_name = "account/password_set.html"

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "set_password", self.form_class)

    def form_valid(self, form):
        form.save()
        logout_on_password_change(self.request, form.user)
        password_set.send(sender=self.request.user.__class__, request=self.request, user=self.request.user)
        return super().form_valid(form)


class PasswordResetView(NextRedirectMixin, AjaxCapableProcessFormViewMixin, FormView):
    form_class = ResetPasswordForm
    template_name = "account/password_reset.html"

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "reset_password", self.form_class)

    def form_valid(self, form):
        ratelimit.consume_or_429(self.request, action="reset_password", key=form.cleaned_data["email"])
        form.save(self.request)
        return super().form_valid(form)


class PasswordResetDoneView(TemplateView):
    template_name = "account/password_reset_done.html"


@method_decorator(rate_limit(action="reset_password_from_key"), name="dispatch")
class PasswordResetFromKeyView(AjaxCapableProcessFormViewMixin, NextRedirectMixin, LogoutFunctionalityMixin, FormView):
    form_class = ResetPasswordKeyForm
    template_name = "account/password_reset_from_key.html"

    def get_form_class(self):
        return get_form_class(settings.ACCOUNT_FORMS, "reset_password_from_key", self.form_class)

    def dispatch(self, request, uidb36, key, **kwargs):
        self.reset_user = get_user_model()._default_manager.get(pk=__unknown__)
        return super().dispatch(request, uidb36, key, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.reset_user}

    def form_valid(self, form):
        form.save()
        password_reset.send(sender=self.reset_user.__class__, request=self.request, user=self.reset_user)
        if __unknown__:
            return perform_login(self.request, self.reset_user)
        return super().form_valid(form)


class PasswordResetFromKeyDoneView(TemplateView):
    template_name = "account/password_reset_from_key_done.html"


class LogoutView(NextRedirectMixin, LogoutFunctionalityMixin, TemplateView):
    template_name = "account/logout.html"

    def post(self, *args, **kwargs):
        self.logout()
        return HttpResponseRedirect(self.get_redirect_url())

    def get_redirect_url(self):
        return self.get_next_url() or get_adapter(self.request).get_logout_redirect_url(self.request)


class AccountInactiveView(TemplateView):
    template_name = "account/account_inactive.html"


class EmailVerificationSentView(TemplateView):
    template_name = "account/verification_sent.html"


class ReauthenticateView(NextRedirectMixin, FormView):
    form_class = ReauthenticateForm
    template_name = "account/reauthenticate.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}


login = LoginView.as_view()
signup = SignupView.as_view()
confirm_email = ConfirmEmailView.as_view()
email = EmailView.as_view()
password_change = PasswordChangeView.as_view()
password_reset_done = PasswordResetDoneView.as_view()
password_reset_from_key = PasswordResetFromKeyView.as_view()
password_reset_from_key_done = PasswordResetFromKeyDoneView.as_view()
logout = LogoutView.as_view()
account_inactive = AccountInactiveView.as_view()
email_verification_sent = EmailVerificationSentView.as_view()
reauthenticate = ReauthenticateView.as_view()
