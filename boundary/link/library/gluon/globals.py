"""What is at hand in each request of web2py?"""


class List(list):
    def __call__(self, i, default=None, cast=None, otherwise=None):
        return __unknown__


class Request:
    def __init__(self):
        self.args = List()

    def requires_https(self): ...

    def restful(self, ignore_extension=False):
        return restful

    def user_agent(self):
        return __unknown__


def restful(action): ...


class Response:
    def render(self, *args, **kwargs):
        return __unknown__

    def json(self, data, default=None, indent=None):
        return __unknown__

    def toolbar(self):
        return __unknown__

    def stream(self, stream, *args, **kwargs):
        return __unknown__

    def download(self, request, db, *args, **kwargs):
        return __unknown__

    def include_meta(self): ...

    def include_files(self): ...

    def write(self, data, escape=True): ...


class Session:
    def connect(self, *args, **kwargs): ...

    def forget(self, response=None): ...

    def secure(self): ...

    def renew(self, clear_session=False): ...


class CacheIn:
    def __call__(self, key, f, time_expire=300, **kwargs):
        return f()

    def clear(self, regex=None): ...

    def increment(self, key, value=1): ...


class Cache:
    def __init__(self):
        self.ram = CacheIn()
        self.disk = CacheIn()
        self.redis = CacheIn()
        self.memcache = CacheIn()

    def __call__(self, key=None, time_expire=300, cache_model=None):
        return self.around

    def action(self, *args, **kwargs):
        return self.around

    def around(self, function):
        return function


class Translator:
    def __call__(self, message, *args, **kwargs):
        return __unknown__

    def force(self, *languages): ...

    def M(self, message, *args, **kwargs):
        return __unknown__


class Current:
    def __init__(self):
        self.request = request
        self.response = response
        self.session = session
        self.cache = cache
        self.T = T


request = Request()
response = Response()
session = Session()
cache = Cache()
T = Translator()
current = Current()
