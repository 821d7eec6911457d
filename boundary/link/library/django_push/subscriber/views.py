"""What do a hub's answers and notifications write?"""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views import generic
from django_push.subscriber.models import Subscription
from django_push.subscriber.signals import updated


class CallbackView(generic.View):
    def get(self, request, pk, *args, **kwargs):
        subscription = get_object_or_404(Subscription, pk=pk)
        if __unknown__:
            Subscription.objects.filter(pk=subscription.pk).update(verified=True)
        if __unknown__:
            subscription.delete()
        return HttpResponse()

    def post(self, request, pk, *args, **kwargs):
        subscription = get_object_or_404(Subscription, pk=pk)
        self.links = __unknown__
        updated.send(sender=subscription, notification=request.body, request=request, links=self.links)
        self.subscription = subscription
        self.handle_subscription()
        return HttpResponse()

    def handle_subscription(self):
        pass


callback = CallbackView.as_view()
