"""What does approving an account write?"""

from django.contrib.sites.shortcuts import get_current_site
from registration import signals
from registration.backends.default.views import ActivationView as BaseActivationView
from registration.backends.default.views import RegistrationView as BaseRegistrationView
from registration.backends.default.views import ResendActivationView as BaseResendActivationView
from registration.models import SupervisedRegistrationProfile
from registration.views import ApprovalView as BaseApprovalView


class RegistrationView(BaseRegistrationView):
    registration_profile = SupervisedRegistrationProfile


class ActivationView(BaseActivationView):
    registration_profile = SupervisedRegistrationProfile


class ResendActivationView(BaseResendActivationView):
    registration_profile = SupervisedRegistrationProfile


class ApprovalView(BaseApprovalView):
    def approve(self, *args, **kwargs):
        site = get_current_site(self.request)
        approved_user = SupervisedRegistrationProfile.objects.admin_approve_user(__unknown__, site)
        signals.user_approved.send(sender=self.__class__, user=approved_user, request=self.request)
        return approved_user

    def get_success_url(self, user):
        return __unknown__
