"""How is the row of one setting found, and stored?"""

from dbsettings.models import Setting
from django.dispatch import Signal

setting_changed = Signal()


def get_setting_storage(module_name, class_name, attribute_name):
    try:
        return Setting.objects.get(attribute_name=attribute_name)
    except Setting.DoesNotExist:
        return Setting(attribute_name=attribute_name)


def setting_in_db(module_name, class_name, attribute_name):
    return Setting.objects.filter(attribute_name=attribute_name).count() == 1


def set_setting_value(module_name, class_name, attribute_name, value):
    get_setting_storage(module_name, class_name, attribute_name).save()
    setting_changed.send(sender=None, value=value)
