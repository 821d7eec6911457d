from django.db import models


class Tag(models.Model):
    name = models.CharField(max_length=20, unique=True)


class Note(models.Model):
    text = models.CharField(max_length=20)
    tags = models.ManyToManyField(Tag)


class Loud(Note):
    volume = models.IntegerField(default=11)

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)  # library Loud.save: notes_loud notes_note


class Comment(models.Model):
    note = models.ForeignKey(Note, on_delete=models.CASCADE)
