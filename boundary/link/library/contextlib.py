from functools import wraps


class ContextDecorator:
    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        return inner


class AsyncContextDecorator:
    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwargs):
            async with self:
                return await func(*args, **kwargs)

        return inner


def helped(manager, func):
    def inner(*args, **kwargs):
        with manager:
            return func(*args, **kwargs)

    return inner
