class AuthBase:
    __entry_points__ = {"__call__": "middleware"}

    def __call__(self, request):
        return self.authenticate(request, __unknown__)

    def authenticate(self, request, key): ...
