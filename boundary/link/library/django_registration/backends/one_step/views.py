"""What does registering at once write?"""

from django.contrib.auth import authenticate, login
from django_registration import signals
from django_registration.views import RegistrationView as BaseRegistrationView


class RegistrationView(BaseRegistrationView):
    def register(self, form):
        new_user = form.save()
        authenticate(self.request, username=__unknown__, password=__unknown__)
        login(self.request, new_user)
        signals.user_registered.send(sender=self.__class__, user=new_user, request=self.request)
        return new_user
