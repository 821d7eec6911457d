"""When do lazy values call the function that they were made of?"""


cached_property = property
def classproperty(method=None): ...


def lazy(func, *resultclasses):
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)

    return wrapper


def lazystr(text):
    return text


def keep_lazy(*resultclasses):
    def decorator(func):
        return func

    return decorator


def keep_lazy_text(func):
    return func


class LazyObject:
    _wrapped = None

    def _setup(self):
        pass

    def __getattr__(self, name):
        self._setup()
        return getattr(self._wrapped, name)


def SimpleLazyObject(func):
    return func()


def partition(predicate, values):
    return ([each for each in values if not predicate(each)], [each for each in values if predicate(each)])
