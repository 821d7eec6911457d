"""When is a request logged?"""


class BaseLoggingMixin:
    def initial(self, request, *args, **kwargs):
        self.log = {}
        super().initial(request, *args, **kwargs)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if self.should_log(request, response):
            self.log["user"] = self._get_user(request)
            self.handle_log()
        return response

    def handle_log(self):
        raise NotImplementedError

    def _get_user(self, request):
        return request.user

    def should_log(self, request, response):
        return __unknown__
