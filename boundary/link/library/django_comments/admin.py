"""What do the actions of the admin of comments write?"""

from django.contrib import admin
from django_comments.views.moderation import perform_approve, perform_delete, perform_flag


class CommentsAdmin(admin.ModelAdmin):
    actions = ["flag_comments", "approve_comments", "remove_comments"]

    def flag_comments(self, request, queryset):
        self._bulk_flag(request, queryset, perform_flag)

    def approve_comments(self, request, queryset):
        self._bulk_flag(request, queryset, perform_approve)

    def remove_comments(self, request, queryset):
        self._bulk_flag(request, queryset, perform_delete)

    def _bulk_flag(self, request, queryset, action, done_message=None):
        for comment in queryset:
            action(request, comment)
