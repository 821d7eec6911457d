"""What does a job do whenever it is due?"""


class Schedule:
    pass


class CronJobBase:
    __entry_points__ = {"do": "cron"}

    def get_prev_success_cron(self):
        from django_cron.models import CronJobLog

        return CronJobLog.objects.filter(code=self.code).first()

    @classmethod
    def get_time_until_run(cls):
        from django_cron.models import CronJobLog

        return CronJobLog.objects.filter(code=cls.code).latest("start_time")
