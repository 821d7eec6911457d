"""What does the form do that sends a link for a new password?"""

from allauth.account.forms import ResetPasswordForm


class AllAuthPasswordResetForm(ResetPasswordForm):
    pass
