"""Which table holds the old versions of a model, and what writes it?"""

from django.conf import settings
from django.db import models
from django.db.models.signals import post_delete, post_save
from simple_history.signals import post_create_historical_record, pre_create_historical_record


class HistoricalChanges:
    def diff_against(self, old_history, **options):
        return __unknown__


class HistoryManager(models.Manager):
    def most_recent(self):
        return self.first()

    def as_of(self, date):
        return self.all()

    def bulk_history_create(self, objs, batch_size=None, update=False, **options):
        return self.bulk_create([self.model() for each in objs])


class HistoricalRecords:
    app = None

    def __init__(self, verbose_name=None, bases=(models.Model,), table_name=None, app=None, **options):
        self.table_name = table_name
        if isinstance(app, str):
            self.app = app

    def contribute_to_class(self, cls, name):
        self.manager_name = name
        the_model = cls
        the_table = self.table_name or __table_beside__(self.app or cls, f"historical{cls.__name__}")

        class Historical(HistoricalChanges, models.Model):
            history_id = models.AutoField(primary_key=True)
            history_date = models.DateTimeField()
            history_change_reason = models.CharField(max_length=100, null=True)
            history_type = models.CharField(max_length=1)
            history_user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL)

            objects = HistoryManager()

            @property
            def instance(self):
                return __instance__(the_model)

            @property
            def next_record(self):
                return self.__class__.objects.filter().first()

            @property
            def prev_record(self):
                return self.__class__.objects.filter().last()

            class Meta:
                db_table = the_table

        def save_without_historical_record(self, *args, **kwargs):
            return self.save(*args, **kwargs)

        setattr(cls, name, Historical.objects)
        setattr(cls, "save_without_historical_record", save_without_historical_record)
        post_save.connect(self.post_save, sender=cls)
        post_delete.connect(self.post_delete, sender=cls)

    def post_save(self, instance, created, using=None, **kwargs):
        self.create_historical_record(instance, created and "+" or "~", using=using)

    def post_delete(self, instance, using=None, **kwargs):
        self.create_historical_record(instance, "-", using=using)

    def create_historical_record(self, instance, history_type, using=None):
        manager = getattr(instance, self.manager_name)
        record = manager.model()
        pre_create_historical_record.send(sender=manager.model, instance=instance, history_instance=record)
        record.save()
        post_create_historical_record.send(sender=manager.model, instance=instance, history_instance=record)
