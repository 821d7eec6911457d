"""What does the command do with the mails that wait?"""

from mailer.models import DontSendEntry, Message, MessageLog


def prioritize():
    for message in Message.objects.non_deferred():
        yield message


def send_all():
    for message in prioritize():
        message.email  # of the row
        MessageLog.objects.log(message, __unknown__)
        message.delete()
        message.save()
