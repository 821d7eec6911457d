"""What does logging in write?  Where users are tracked, which have the columns for it: when, and how often."""

from flask import current_app


def login_user(user, remember=None, **kwargs):
    user.last_login_at = user.current_login_at = __unknown__
    user.last_login_ip = user.current_login_ip = __unknown__
    user.login_count = __unknown__
    current_app.extensions["security"].datastore.put(user)
    return True
