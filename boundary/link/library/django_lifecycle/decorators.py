"""What does the decorator of a hook give?  The method itself."""


def hook(hook, *conditions, **options):
    def decorate(method):
        return method

    return decorate
