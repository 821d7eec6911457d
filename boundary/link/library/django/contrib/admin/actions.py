"""What does the action that deletes the chosen objects call?"""


def delete_selected(modeladmin, request, queryset):
    modeladmin.get_deleted_objects(queryset, request)
    if __unknown__:
        modeladmin.log_deletions(request, queryset)
        modeladmin.delete_queryset(request, queryset)
    return None
