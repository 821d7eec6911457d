"""Which applications may be hooked into a page?"""


class ApphookPool:
    def register(self, app=None, discovering_apps=False):
        return app


apphook_pool = ApphookPool()
