"""Which functions does a scheduler run?"""


class BaseScheduler:
    def add_job(self, func, *args, **kwargs):
        pass

    def scheduled_job(self, *args, **kwargs):
        pass
