"""Which toolbars are there?"""


class ToolbarPool:
    def register(self, toolbar):
        return toolbar

    def unregister(self, toolbar):
        pass


toolbar_pool = ToolbarPool()
