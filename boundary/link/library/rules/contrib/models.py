"""What do models with rules offer?"""

from django.db import models


class RulesModelBaseMixin:
    pass


class RulesModelBase(RulesModelBaseMixin, type):
    pass


class RulesModelMixin:
    @classmethod
    def get_perm(cls, perm_type):
        return __unknown__

    @classmethod
    def preprocess_rules_permissions(cls, perms):
        pass


class RulesModel(RulesModelMixin, models.Model):
    class Meta:
        abstract = True
