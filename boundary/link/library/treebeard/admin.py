"""What does the admin of a tree offer beside the usual pages?"""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from treebeard.forms import MoveNodeForm


class TreeAdmin(admin.ModelAdmin):
    __entry_points__ = {"move_node": "admin"}

    form = MoveNodeForm

    def move_node(self, request: HttpRequest):
        node = self.model._default_manager.get(pk=__unknown__)
        target = self.model._default_manager.get(pk=__unknown__)
        return self.try_to_move_node(True, node, __unknown__, request, target)

    def try_to_move_node(self, as_child, node, pos, request, target):
        node.move(target, pos=pos)
        node.save()
        return HttpResponse()


def admin_factory(form_class):
    the_form = form_class

    class Made(TreeAdmin):
        form = the_form

    return Made
