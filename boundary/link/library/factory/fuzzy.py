"""What do fuzzy values choose among?  What they are given; all else are texts, numbers and times."""

from factory.declarations import Declaration


class BaseFuzzyAttribute(Declaration):
    def fuzz(self):
        return __unknown__

    def evaluate(self, instance, step, extra):
        return self.fuzz()


class FuzzyAttribute(BaseFuzzyAttribute):
    def __init__(self, fuzzer):
        self.fuzzer = fuzzer

    def fuzz(self):
        return self.fuzzer()


class FuzzyChoice(BaseFuzzyAttribute):
    def __init__(self, choices, getter=None):
        self.choices = choices

    def fuzz(self):
        for each in self.choices:
            return each


class FuzzyText(BaseFuzzyAttribute):
    pass


class FuzzyInteger(BaseFuzzyAttribute):
    pass


class FuzzyDecimal(BaseFuzzyAttribute):
    pass


class FuzzyFloat(BaseFuzzyAttribute):
    pass


class FuzzyDate(BaseFuzzyAttribute):
    pass


class FuzzyNaiveDateTime(BaseFuzzyAttribute):
    pass


class FuzzyDateTime(FuzzyNaiveDateTime):
    pass
