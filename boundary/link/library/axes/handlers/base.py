"""What does every handler answer?"""


class AbstractAxesHandler:
    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        raise NotImplementedError

    def user_logged_in(self, sender, request, user, **kwargs):
        raise NotImplementedError

    def user_logged_out(self, sender, request, user, **kwargs):
        raise NotImplementedError

    def get_failures(self, request, credentials=None):
        raise NotImplementedError


class AxesBaseHandler:
    def is_allowed(self, request, credentials=None):
        return not self.is_locked(request, credentials)

    def is_locked(self, request, credentials=None):
        return self.get_failures(request, credentials) >= __unknown__

    def is_admin_request(self, request):
        return __unknown__


class AxesHandler(AbstractAxesHandler, AxesBaseHandler):
    def user_login_failed(self, sender, credentials, request=None, **kwargs): ...

    def user_logged_in(self, sender, request, user, **kwargs): ...

    def user_logged_out(self, sender, request, user, **kwargs): ...

    def reset_attempts(self, *, ip_address=None, username=None, ip_or_username=False):
        return 0

    def reset_logs(self, *, age_days=None):
        return 0

    def get_failures(self, request, credentials=None):
        return 0
