"""peewee: models, queries that are executed, relations, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from peewee import *
database = SqliteDatabase("shop.db")
class BaseModel(Model):
    class Meta:
        database = database
class User(BaseModel):
    name = CharField(unique=True)
class Tweet(BaseModel):
    user = ForeignKeyField(User, backref="tweets", on_delete="CASCADE")
    text = TextField()
    class Meta:
        table_name = "tweets"
class OrderLine(BaseModel):
    tweet = ForeignKeyField(Tweet, backref="lines")
class Student(BaseModel):
    courses = ManyToManyField(User, backref="students")
# file: shop/services.py
from shop.models import *
"""


def test_tables() -> None:
    assert_tables(MODELS, "user", "tweets", "orderline", "student", "student_user_through")


def test_new_names_of_tables_are_asked_for_above() -> None:
    assert_tables(
        """
# file: shop/models.py
from peewee import CharField, Model, SqliteDatabase
class BaseModel(Model):
    class Meta:
        database = SqliteDatabase("shop.db")
        legacy_table_names = False
class Named(BaseModel):
    name = CharField()
    class Meta:
        table_name = "names"
class HTTPRequest(BaseModel):
    name = CharField()
class OrderLine(Named):
    class Meta:
        indexes = ()
class OldName(BaseModel):
    name = CharField()
    class Meta:
        legacy_table_names = True
""",
        "names",
        "http_request",
        "order_line",
        "oldname",
    )


def test_a_function_that_names_tables() -> None:
    models = """
# file: shop/models.py
from peewee import CharField, ForeignKeyField, Model, SqliteDatabase
database = SqliteDatabase("shop.db")
def named(model):
    name = model.__name__
    return "shop_" + name.lower()
class BaseModel(Model):
    class Meta:
        database = database
        table_function = named
class Order(BaseModel):
    name = CharField()
class Line(BaseModel):
    order = ForeignKeyField(Order, on_delete="CASCADE")
class Other(BaseModel):
    name = CharField()
    class Meta:
        table_name = "others"
"""
    assert_tables(models, "shop_order", "shop_line", "others")
    assert_touches(f"""{models}
# file: shop/services.py
from shop.models import *
def touch():
    with database.atomic():  #> delete shop_order, delete shop_line, insert others
        Order.delete().execute()
        Other.create(name="x")
""")


def test_models_that_a_function_makes() -> None:
    made = f"""{MODELS.partition("# file: shop/services.py")[0]}
def starred(target):
    class Starred(BaseModel):
        user = ForeignKeyField(User)
        starred = ForeignKeyField(target, backref="stars")
        class Meta:
            table_name = "starred_" + target._meta.table_name
    return Starred
StarredTweet = starred(Tweet)
StarredLine = starred(OrderLine)
"""
    assert_tables(
        made, "user", "tweets", "orderline", "student", "student_user_through", "starred_tweets", "starred_orderline"
    )
    assert_touches(f"""{made}
# file: shop/services.py
from shop.models import *
def star(tweet, user):
    with database.atomic():  #> insert starred_tweets
        StarredTweet.create(user=user, starred=tweet)
def unstar():
    with database.atomic():  #> read starred_orderline, delete starred_orderline
        for line in StarredLine.select():
            line.delete_instance()
def forget():
    with database.atomic():  #> read orderline, read starred_orderline, delete orderline, delete starred_orderline
        line = OrderLine.get()
        print(list(line.stars))
        line.delete_instance(recursive=True)
""")


def test_what_is_known_of_a_model() -> None:
    assert_touches(
        MODELS  # noqa: S608 - nothing runs it
        + """
def touch(name):
    with database.atomic():  #> read tweets, update tweets
        model = Tweet.get()._meta.model
        model.update(text="x").where(model.text == Tweet._meta.name).execute()
    with database.atomic():  #> delete tweets
        database.execute_sql("DELETE FROM %s" % Tweet._meta.table_name)
"""
    )


def test_functions_of_the_database_are_no_blind_spots() -> None:
    scan = assert_touches(f"""{MODELS}
def touch():
    with database.atomic():  #> update user, read tweets
        many = fn.count(Tweet.select(Tweet.user)) > fn.lower("x").concat("y")
        User.update(name=fn.upper(User.name)).where(many & (User.name == 'x')).execute()
        print(database.table_exists("user"), database.is_closed())
""")
    assert [spot for one in scan.transactions for spot in one.blind_spots] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('User.create(name="x")', "insert user"),
        ('User(name="x").save()', "insert user"),
        ("user = User.get(User.name == 'x')\n        user.name = 'y'\n        user.save()", "read user, update user"),
        ("user = User.get_by_id(1)\n        user.save(force_insert=True)", "read user, insert user"),
        ("User.insert(name='x').execute()", "insert user"),
        ("User.insert(name='x')", "nothing, no read user"),
        ("if not Tweet.get_by_id(1).text:\n            User.create()", "read tweets, insert user"),
        ("if Tweet.get_by_id(1).user is None:\n            User.create()", "read tweets, insert user"),
        ("if User.get_or_none(name='x') is None:\n            User.create()", "read user, insert user"),
        ("if not User.select().first():\n            User.create()", "read user, insert user"),
        ("User.insert_many([{}]).on_conflict_ignore().execute()", "insert user"),
        ("User.update(name='x').where(User.name == 'y').execute()", "update user"),
        ("User.update(name='x').where(User.id.in_(Tweet.select(Tweet.user))).execute()", "update user, read tweets"),
        ("OrderLine.delete().where(OrderLine.id == 1).execute()", "delete orderline"),
        (
            """some = Tweet.select(Tweet.user).where(Tweet.text.is_null(False))
        User.update(name='x').where((User.id << some) & (User.name == 'y')).execute()""",
            "update user, read tweets",
        ),
        ("ModelDelete(OrderLine).where(OrderLine.id == 1).execute()", "delete orderline"),
        ("ModelInsert(OrderLine, {'tweet': 1}).execute()", "insert orderline"),
        ("ModelUpdate(OrderLine, {'tweet': 1}).execute()", "update orderline"),
        ("ModelRaw(OrderLine, 'DELETE FROM tweets', ()).execute()", "delete tweets"),
        ("User.delete().execute()", "delete user, delete tweets, delete student_user_through"),
        ("User.delete_by_id(1)", "delete user, delete tweets, delete student_user_through"),
        ("list(User.select())", "read user"),
        ("for tweet in Tweet.select().join(User):\n            tweet.save()", "read tweets, read user, update tweets"),
        ("User.select().count()", "read user"),
        ("User.get_or_none(name='x').delete_instance()", "delete user, delete tweets, delete student_user_through"),
        ("OrderLine.get().tweet.user.save()", "read orderline, read tweets, read user, update user"),
        (
            "for tweet in User.get().tweets:\n            tweet.delete_instance()",
            "read user, read tweets, delete tweets",
        ),
        ("user, _ = User.get_or_create(name='x')\n        user.save()", "read user, insert user, update user"),
        ("Student.get().courses.add(1)", "read student, insert student_user_through"),
        ("User.bulk_create([])", "insert user"),
        ("for user in User:\n            user.save()", "read user, update user"),
        ("User[1].save()", "read user, update user"),
        ("User.bulk_update([], fields=[])", "update user"),
        ("database.execute_sql('DELETE FROM tweets')", "delete tweets"),
        ("User.raw('SELECT * FROM user')", "read user"),
    ],
)
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
def touch():
    with database.atomic():  #> {expected}
        {body}
""")


@pytest.mark.parametrize("opened", ["database.atomic()", "database.transaction()", "database"])
def test_blocks(opened: str) -> None:
    assert_touches(f"""{MODELS}
def touch():
    with {opened}:  #> insert user, insert tweets
        user = User.create(name="x")
        Tweet.create(user=user)
""")


def test_a_decorator() -> None:
    assert_touches(f"""{MODELS}
@database.atomic()  #> insert user
def touch():
    User.create(name="x")
""")


def test_a_commit_by_hand() -> None:
    assert_touches(f"""{MODELS}
def touch():
    with database.manual_commit():
        database.begin()
        User.create(name="x")
        Tweet.create(text="x")
        database.commit()  #> insert user, insert tweets
""")


def test_a_save_that_does_more() -> None:
    assert_touches(f"""{MODELS}
class Logged(BaseModel):
    name = CharField()
    def save(self, *args, **kwargs):
        User.create(name="log")
        return super().save(*args, **kwargs)
def touch():
    with database.atomic():  #> insert user, insert logged
        Logged.create(name="x")
""")


def test_what_a_proxy_stands_for() -> None:
    assert_touches("""
# file: shop/services.py
from peewee import CharField, Model, Proxy, SqliteDatabase
db = Proxy()

class Log(Model):
    text = CharField()
    class Meta:
        database = db

class Callable(Proxy):
    def __call__(self, *args):
        return self.obj(*args)

begin = Callable()
other = Callable()

def configure():
    db.initialize(SqliteDatabase("x"))
    def transaction():
        return db.transaction()
    begin.initialize(transaction)
    other.initialize(len)

def work():
    with begin():  #> insert log
        Log.create(text="a")

def plain():
    with other():  #> no transaction
        Log.create(text="a")
""")


def test_a_relation_of_the_project_s_own_class() -> None:
    assert_touches(f"""{MODELS}
class UserField(ForeignKeyField):
    def __init__(self, allowed=False, *args, **kwargs):
        if "model" not in kwargs:
            kwargs["model"] = User
        super(UserField, self).__init__(*args, **kwargs)
class OtherField(ForeignKeyField):
    def __init__(self, *args, **kwargs):
        super().__init__(User, *args, **kwargs)
class Code(BaseModel):
    user = UserField(null=True, backref="codes")
    other = OtherField(backref="others")
def work():
    with database.atomic():  #> update user, read code
        Code.get(Code.id == 1).user.save()
    with database.atomic():  #> update user, read code
        Code.get(Code.id == 1).other.save()
    with database.atomic():  #> update code, read user
        for code in User.get_by_id(1).codes:
            code.save()
""")


DEPENDING = """
# file: shop/models.py
from peewee import *
database = SqliteDatabase("shop.db")

class User(Model):
    name = CharField()

class OwnerField(ForeignKeyField):
    def __init__(self, *args, **kwargs):
        super().__init__(User, *args, **kwargs)

class Shop(Model):
    owner = OwnerField()

class Order(Model):
    shop = ForeignKeyField(Shop)
    buyer = ForeignKeyField(User)
    seller = ForeignKeyField(User, null=True)

class Note(Model):
    author = ForeignKeyField(User, null=True)

class Reply(Model):
    note = ForeignKeyField(Note)

# file: shop/services.py
from shop.models import *
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("User.get().delete_instance()", "read user, delete user"),
        (
            "User.get().delete_instance(recursive=True)",
            "read user, delete user, delete shop, update order, delete order, update note",
        ),
        (
            "User.get().delete_instance(recursive=True, delete_nullable=True)",
            "read user, delete user, delete shop, delete order, delete note, delete reply, read note, no read order",
        ),
        (
            """for query, key in reversed(list(User.get().dependencies())):
            key.model.delete().where(query).execute()""",
            "read user, delete shop, delete order, delete note",
        ),
        (
            """for query, key in User.get().dependencies(search_nullable=True):
            if isinstance(key, OwnerField):
                held = key.model
                held.update(**{key.name: None}).where(query).execute()""",
            "read user, update shop",
        ),
        ("for one in Shop.owner.rel_model.select():\n            one.save()", "read user, update user"),
    ],
)
def test_what_depends_on_a_row(body: str, expected: str) -> None:
    assert_touches(f"""{DEPENDING}
def touch():
    with database.atomic():  #> {expected}
        {body}
""")


def test_a_name_that_suggests_a_model() -> None:
    scan = assert_touches(f"""{MODELS}
def touch(user, tweets, other):
    with database.atomic():  #> update user?, read tweets, delete tweets?
        user.save()
        other.save()
        for tweet in tweets:
            tweet.delete_instance()
        list(user.tweets)
""")
    (transaction,) = scan.transactions
    assert {one.confidence for one in transaction.accesses} == {"guessed"}


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        ("student.courses = [user]", "delete student_user_through, insert student_user_through"),
        ("user.students = [student]", "delete student_user_through, insert student_user_through"),
        ("student.courses.add(user)", "insert student_user_through"),
        ("for user in student.courses: user.save()", "update user, read student_user_through"),
        ("student.courses.where(User.name == 'x').first().save()", "update user, read student_user_through"),
        ("Through.create(student=student, user=user)", "insert student_user_through"),
        ("Through.delete().execute()", "delete student_user_through"),
        ("Student.courses.through_model.delete().execute()", "delete student_user_through"),
        ("database.execute(User.update(name='x'))", "update user"),
        ("prefetch(User.select(), Tweet.select())[0].save()", "update user, read tweets"),
        ("User.select().dicts().first()", "nothing, read user"),
        ("for row in User.select().tuples(): print(row)", "nothing, read user"),
        ("Tweet.filter(user__name='x').get()", "nothing, read user"),
        ("dict_to_model(User, {'name': 'x'}).save()", "insert user"),
    ],
)
def test_what_relations_and_helpers_do(statement: str, touched: str) -> None:
    assert_touches(f"""{MODELS}
from playhouse.shortcuts import dict_to_model
Through = Student.courses.get_through_model()
def work():
    student, user = Student.get(), User.get()
    with database.atomic():  #> {touched}
        {statement}
""")
