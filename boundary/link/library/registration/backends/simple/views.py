"""What does registering at once write?"""

from django.contrib.auth import authenticate, login
from registration import signals
from registration.views import RegistrationView as BaseRegistrationView


class RegistrationView(BaseRegistrationView):
    def register(self, form):
        new_user = form.save()
        authenticate(username=__unknown__, password=__unknown__)
        login(self.request, new_user)
        signals.user_registered.send(sender=self.__class__, user=new_user, request=self.request)
        return new_user

    def registration_allowed(self):
        return __unknown__
