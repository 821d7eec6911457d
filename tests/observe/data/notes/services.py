"""Each comment behind a line says what the recording must say of a transaction there: kind, function, tables."""

import functools
from contextlib import ExitStack, contextmanager

from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection, transaction
from django.template import Context, Template
from versions import create_revision

from notes.models import Comment, Loud, Note, Tag


def block():
    with transaction.atomic():  # with block: notes_note notes_tag
        Note.objects.create(text="a")
        tag()


@transaction.atomic  # decorator tag: notes_tag
def tag():
    Tag.objects.create(name=f"t{Tag.objects.count()}")


@create_revision()  # decorator versioned: notes_tag
def versioned():
    Tag.objects.create(name="versioned")


def plain(function):
    @functools.wraps(function)
    def inner(*args):
        return function(*args)

    return inner


@transaction.atomic()  # decorator several: notes_comment notes_note
@plain
def several():
    Comment.objects.create(note=Note.objects.create(text="b"))


@contextmanager
def work():
    with transaction.atomic():  # with work > uses_work: notes_note
        yield


def uses_work():
    with work():
        Note.objects.create(text="c")


def in_transaction(function):
    def inner():
        with transaction.atomic():  # with in_transaction.<locals>.inner > wrapped: notes_tag
            return function()

    return inner


@in_transaction
def wrapped():
    Tag.objects.create(name="wrapped")


class Guard:
    def __enter__(self):
        self.block = transaction.atomic()
        self.block.__enter__()  # with Guard.__enter__ > guarded: notes_note

    def __exit__(self, *error):
        return self.block.__exit__(*error)


def guarded():
    with Guard():
        Note.objects.create(text="d")


class Durable(transaction.Atomic):
    def __enter__(self):
        super().__enter__()  # with Durable.__enter__ > durably.<locals>.inner: notes_note


@contextmanager
def durable():
    with Durable(None, savepoint=True, durable=False):
        yield


def durably(function):
    @functools.wraps(function)
    def inner():
        with durable():
            return function()

    return inner


@durably
@plain
def lasting():
    Note.objects.create(text="lasting")


@contextmanager
def quick():
    with transaction.atomic():  # with quick > quickly: notes_tag
        yield


@quick()
def quickly():
    Tag.objects.create(name="quickly")


def stacked():
    with ExitStack() as stack:
        stack.enter_context(transaction.atomic())  # with stacked: notes_note
        Note.objects.create(text="e")


def implicit():
    note = Note.objects.create(text="f")
    tag, _ = Tag.objects.get_or_create(name="implicit")  # library implicit: notes_tag
    note.tags.add(tag)  # library implicit: notes_note_tags
    note.delete()  # library implicit: notes_comment notes_note notes_note_tags


def inherited():
    return Loud.objects.create(text="g")


def locks():
    with transaction.atomic():  # with locks: notes_note locks notes_note
        for note in Note.objects.select_for_update():
            note.save()


def reads():
    with transaction.atomic():  # with reads: reads notes_note
        return list(Note.objects.all())


def later():
    with transaction.atomic():  # with later: notes_note
        Note.objects.create(text="h")
        transaction.on_commit(lambda: Tag.objects.create(name="later"))


def fails():
    with transaction.atomic():  # with fails: notes_note rolled back
        Note.objects.create(text="i")
        raise ValueError


def raw():
    with transaction.atomic(), connection.cursor() as cursor:  # with raw: notes_note notes_tag reads notes_comment
        cursor.execute("UPDATE notes_note SET text = 'FROM nowhere' WHERE id IN (SELECT note_id FROM notes_comment)")
        cursor.executemany("INSERT INTO notes_tag (name) VALUES (%s)", [["r1"], ["r2"]])


def outside():
    Note.objects.create(text="j")


async def asynchronous():
    note = await Note.objects.acreate(text="l")
    await Tag.objects.aget_or_create(name="async")  # library asynchronous: notes_tag
    await sync_to_async(in_a_thread)(note)


def in_a_thread(note):
    with transaction.atomic():  # with in_a_thread: notes_note
        note.text = "m"
        note.save()


def calls_async():
    async_to_sync(asynchronous)()


def renders():
    tags = Tag.objects.all()
    return [Template("{% for tag in tags %}{{ tag }}{% endfor %}").render(Context({"tags": tags})) for _ in "x"]


def recursive(depth):
    with transaction.atomic():  # with recursive: notes_note
        Note.objects.create(text="k")
        if depth:
            recursive(depth - 1)


def calls_back(function):
    return function()
