from apscheduler.schedulers.base import BaseScheduler


class APScheduler(BaseScheduler):
    def task(self, *args, **kwargs):
        return self.scheduled_job(*args, **kwargs)
