"""Which plugins are there?  Those that write tables of their own are known to the linker by their names."""


class Plugin:
    def __init__(self, *args, **kwargs):
        pass


class ActivityPlugin(Plugin):
    pass


class FlaskPlugin(Plugin):
    pass


class PropertyModTrackerPlugin(Plugin):
    pass


class TransactionChangesPlugin(Plugin):
    pass


class TransactionMetaPlugin(Plugin):
    pass
