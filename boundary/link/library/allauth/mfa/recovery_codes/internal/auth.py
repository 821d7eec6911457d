"""What do recovery codes write?  One row, that also says which of them are used."""

from allauth.mfa.models import Authenticator


class RecoveryCodes:
    def __init__(self, instance):
        self.instance = instance

    @classmethod
    def activate(cls, user):
        instance = Authenticator.objects.filter(user_id=user.pk).first()
        if instance:
            return cls(instance)
        instance = Authenticator(user=user)
        instance.save()
        return cls(instance)

    def generate_codes(self):
        return __unknown__

    def get_unused_codes(self):
        return __unknown__

    def validate_code(self, code):
        if __unknown__:
            self.instance.save()
        return __unknown__

    def mark_as_viewed(self):
        self.instance.save(update_fields=["data"])
