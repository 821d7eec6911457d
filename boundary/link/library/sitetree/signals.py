"""What happens to the cache when trees change?"""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from sitetree.sitetreeapp import Cache
from sitetree.utils import get_tree_item_model, get_tree_model


@receiver(post_save, sender=get_tree_model())
@receiver([post_save, post_delete], sender=get_tree_item_model())
@receiver(m2m_changed, sender=get_tree_item_model().access_permissions.through)
def empty(sender, **kwargs):
    Cache().empty()
