"""What does a faker give?  Texts, numbers and times."""

from factory.declarations import Declaration


class Faker(Declaration):
    def __init__(self, provider, **kwargs):
        pass

    def evaluate(self, instance, step, extra):
        return __unknown__

    def generate(self, params=None):
        return __unknown__
