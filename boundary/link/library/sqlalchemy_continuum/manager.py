"""What is a manager of versions?  Its listeners are called by sessions; what they write the linker knows by itself."""


class VersioningManager:
    options = {}

    def __init__(self, unit_of_work_cls=None, transaction_cls=None, user_cls=None, options=None, plugins=None, builder=None):
        pass

    def unit_of_work(self, session):
        return __unknown__

    def before_flush(self, session, flush_context, instances):
        pass

    def after_flush(self, session, flush_context):
        pass
