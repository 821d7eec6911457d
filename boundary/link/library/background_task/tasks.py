"""What does a call of a task store?"""

from background_task.models import Task


def scheduled():
    task = Task.objects.new_task(__unknown__, remove_existing_tasks=False)
    task.save()
    return task


def scheduled_alone():
    task = Task.objects.new_task(__unknown__, remove_existing_tasks=True)
    task.save()
    return task
