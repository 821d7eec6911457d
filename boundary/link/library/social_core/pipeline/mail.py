"""Which step of a login asks for a code that was sent by mail?"""

from social_core.pipeline.partial import partial


@partial
def mail_validation(backend, details, is_new=False, *args, **kwargs):
    if __unknown__:
        backend.strategy.validate_email(__unknown__, __unknown__)
        return None
    backend.strategy.send_email_validation(backend, __unknown__, __unknown__)
    return __unknown__
