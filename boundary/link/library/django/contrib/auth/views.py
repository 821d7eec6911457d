"""What do the views of logins and passwords do to sessions and users?"""

from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model, update_session_auth_hash
from django.contrib.auth import login as auth_login
from django.contrib.auth import logout as auth_logout
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, PasswordResetForm, SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpResponseRedirect
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView

UserModel = get_user_model()


class RedirectURLMixin:
    next_page = None
    redirect_field_name = REDIRECT_FIELD_NAME
    success_url_allowed_hosts = set()

    def get_success_url(self):
        return self.get_redirect_url() or self.get_default_redirect_url()

    def get_redirect_url(self, request=None):
        self.get_success_url_allowed_hosts()
        return __unknown__

    def get_success_url_allowed_hosts(self):
        return set()

    def get_default_redirect_url(self):
        return self.next_page


class LoginView(RedirectURLMixin, FormView):
    form_class = AuthenticationForm
    authentication_form = None
    redirect_authenticated_user = False
    extra_context = None

    def dispatch(self, request, *args, **kwargs):
        if self.redirect_authenticated_user and __unknown__:
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return self.authentication_form or self.form_class

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs["request"] = self.request
        return kwargs

    def form_valid(self, form):
        auth_login(self.request, form.get_user())
        return HttpResponseRedirect(self.get_success_url())

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "site": get_current_site(self.request)}


class LogoutView(RedirectURLMixin, TemplateView):
    def post(self, request, *args, **kwargs):
        auth_logout(request)
        redirect_to = self.get_success_url()
        if redirect_to:
            return HttpResponseRedirect(redirect_to)
        return super().get(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        # Up to Django 4.2 a GET logs out too.
        return self.post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "site": get_current_site(self.request)}


def logout_then_login(request, login_url=None):
    return LogoutView.as_view(next_page=login_url)(request)


def redirect_to_login(next, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    return HttpResponseRedirect(login_url)


class PasswordContextMixin:
    extra_context = None

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs)


class PasswordResetView(PasswordContextMixin, FormView):
    email_template_name = "registration/password_reset_email.html"
    extra_email_context = None
    form_class = PasswordResetForm
    from_email = None
    html_email_template_name = None
    subject_template_name = "registration/password_reset_subject.txt"
    token_generator = default_token_generator

    def form_valid(self, form):
        form.save(
            token_generator=self.token_generator,
            from_email=self.from_email,
            email_template_name=self.email_template_name,
            subject_template_name=self.subject_template_name,
            request=self.request,
            html_email_template_name=self.html_email_template_name,
            extra_email_context=self.extra_email_context,
        )
        return super().form_valid(form)


class PasswordResetDoneView(PasswordContextMixin, TemplateView):
    pass


class PasswordResetConfirmView(PasswordContextMixin, FormView):
    form_class = SetPasswordForm
    post_reset_login = False
    post_reset_login_backend = None
    reset_url_token = "set-password"
    token_generator = default_token_generator

    def dispatch(self, *args, **kwargs):
        self.user = self.get_user(__unknown__)
        if self.user is not None:
            self.token_generator.check_token(self.user, __unknown__)
            return super().dispatch(*args, **kwargs)
        return self.render_to_response(self.get_context_data())

    def get_user(self, uidb64):
        try:
            return UserModel._default_manager.get(pk=uidb64)
        except UserModel.DoesNotExist:
            return None

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs["user"] = self.user
        return kwargs

    def form_valid(self, form):
        user = form.save()
        if self.post_reset_login:
            auth_login(self.request, user, self.post_reset_login_backend)
        return super().form_valid(form)


class PasswordResetCompleteView(PasswordContextMixin, TemplateView):
    pass


class PasswordChangeView(PasswordContextMixin, FormView):
    form_class = PasswordChangeForm

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs["user"] = self.request.user
        return kwargs

    def form_valid(self, form):
        form.save()
        update_session_auth_hash(self.request, form.user)
        return super().form_valid(form)


class PasswordChangeDoneView(PasswordContextMixin, TemplateView):
    pass
