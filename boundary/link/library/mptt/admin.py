"""What does the admin of a tree offer?"""

from django.contrib.admin import ModelAdmin


class MPTTModelAdmin(ModelAdmin):
    def delete_selected_tree(self, modeladmin, request, queryset):
        for obj in queryset:
            self.log_deletion(request, obj, str(obj))
            self.delete_model(request, obj)


class DraggableMPTTAdmin(MPTTModelAdmin):
    def _move_node(self, request):
        self.model._tree_manager.move_node(self.get_object(request, __unknown__), self.get_object(request, __unknown__))
