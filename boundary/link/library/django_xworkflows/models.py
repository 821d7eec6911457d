"""What does a workflow of a row store?  After each transition the row, and one more row in a log if there is a model."""

import xworkflows
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from xworkflows import (
    AbortTransition,
    ForbiddenTransition,
    InvalidTransitionError,
    WorkflowError,
    after_transition,
    before_transition,
    on_enter_state,
    on_leave_state,
    transition,
    transition_check,
)


class StateField(models.CharField):
    pass


class Workflow(xworkflows.Workflow):
    log_model = ""
    log_model_class = None

    def _get_log_model_class(self):
        if self.log_model_class is not None:
            return self.log_model_class
        return apps.get_model(self.log_model)

    def db_log(self, transition, from_state, instance, *args, **kwargs):
        if self.log_model or self.log_model_class is not None:
            self._get_log_model_class().log_transition(
                modified_object=instance, transition=__unknown__, from_state=__unknown__, to_state=__unknown__
            )

    def log_transition(self, transition, from_state, instance, *args, save=True, log=True, **kwargs):
        if save:
            instance.save()
        if log:
            self.db_log(transition, from_state, instance, *args, **kwargs)


class WorkflowEnabled(models.Model):
    class Meta:
        abstract = True

    @transition()
    def __plain_transition__(self, *args, **kwargs):
        pass


class BaseTransitionLog(models.Model):
    MODIFIED_OBJECT_FIELD = ""
    EXTRA_LOG_ATTRIBUTES = ()

    class Meta:
        abstract = True

    def get_modified_object(self):
        return getattr(self, self.MODIFIED_OBJECT_FIELD, None)

    @classmethod
    def log_transition(cls, transition, from_state, to_state, modified_object, **kwargs):
        return cls.objects.create(**{cls.MODIFIED_OBJECT_FIELD: modified_object})


class GenericTransitionLog(BaseTransitionLog):
    MODIFIED_OBJECT_FIELD = "modified_object"

    content_type = models.ForeignKey(ContentType, blank=True, null=True, on_delete=models.CASCADE)
    modified_object = GenericForeignKey(ct_field="content_type", fk_field="content_id")

    class Meta:
        abstract = True


class BaseLastTransitionLog(BaseTransitionLog):
    class Meta:
        abstract = True

    @classmethod
    def log_transition(cls, transition, from_state, to_state, modified_object, **kwargs):
        last, created = cls.objects.get_or_create(**{cls.MODIFIED_OBJECT_FIELD: modified_object})
        if not created:
            last.save()
        return last


class GenericLastTransitionLog(BaseLastTransitionLog):
    MODIFIED_OBJECT_FIELD = "modified_object"

    content_type = models.ForeignKey(ContentType, blank=True, null=True, on_delete=models.CASCADE)
    modified_object = GenericForeignKey(ct_field="content_type", fk_field="content_id")

    class Meta:
        abstract = True
