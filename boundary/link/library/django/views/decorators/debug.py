"""What do the debugging decorators call? The function."""


def sensitive_variables(*variables):
    def decorator(func):
        return func

    return decorator


def sensitive_post_parameters(*parameters):
    def decorator(view_func):
        return view_func

    return decorator
