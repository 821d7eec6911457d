from apscheduler.schedulers.base import BaseScheduler


class AsyncIOScheduler(BaseScheduler):
    pass
