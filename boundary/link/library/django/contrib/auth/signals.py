"""Which signals do logins send, and who listens to them in Django itself?"""

from django.contrib.auth.models import update_last_login
from django.dispatch import Signal

user_logged_in = Signal()
user_login_failed = Signal()
user_logged_out = Signal()

user_logged_in.connect(update_last_login, dispatch_uid="update_last_login")
