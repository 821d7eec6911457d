"""What do the admin's decorators leave of what they decorate?"""


def action(function=None, *, permissions=None, description=None):
    def decorator(func):
        return func

    if function is not None:
        return function
    return decorator


def display(function=None, *, boolean=None, ordering=None, description=None, empty_value=None):
    def decorator(func):
        return func

    if function is not None:
        return function
    return decorator


def register(*models, site=None):
    from django.contrib.admin.sites import site as default_site

    def decorator(admin_class):
        admin_site = site or default_site
        admin_site.register(models, admin_class=admin_class)
        return admin_class

    return decorator
