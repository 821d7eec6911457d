"""Which step gives up the account of another site?"""


def disconnect(strategy, entries=None, *args, user=None, **kwargs):
    from social_django.models import UserSocialAuth

    for entry in UserSocialAuth.objects.filter(user=user):
        entry.delete()
