"""Which signals do logins send? Django's own listener, `update_last_login`, is called by `login` itself."""

from django.dispatch import Signal

user_logged_in = Signal()
user_login_failed = Signal()
user_logged_out = Signal()
