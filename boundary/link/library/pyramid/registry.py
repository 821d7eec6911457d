"""What does an application keep for its requests?  What the configuration puts there, by keys and as attributes."""


class Registry:
    _kept = {}

    def __setitem__(self, key, value):
        self._kept[key] = value

    def __getitem__(self, key):
        return self._kept[key]

    def get(self, key, default=None):
        return self._kept[key]

    def notify(self, *events): ...

    def queryUtility(self, provided, name="", default=None): ...

    def getUtility(self, provided, name=""): ...
