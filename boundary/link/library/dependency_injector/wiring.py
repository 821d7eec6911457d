"""What stands where a provider is asked for?  What it gives: called, as `Depends` does it, or used as it is."""


class Marker:
    def __init__(self, provider):
        self.provider = provider

    def __call__(self):
        return self.provider()

    def __getattr__(self, name):
        return getattr(self.provider(), name)


class Provide:
    def __class_getitem__(cls, provider):
        return Marker(provider)


class Provider:
    def __class_getitem__(cls, provider):
        return provider


class Closing:
    def __class_getitem__(cls, marker):
        return marker


def inject(function):
    return function
