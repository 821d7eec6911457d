"""Which tables does web2py keep its users in, and what do its tools do with an application's tables?

What is told to `auth_event` is so where the message of the event is set, as it is by itself.
"""

from functools import wraps

from gluon.html import FORM
from gluon.http import HTTP
from gluon.sqlhtml import SQLFORM
from gluon.storage import Settings
from pydal.objects import Field
from pydal.tools import archived


class AuthSettings(Settings):
    extra_fields = {}


class Auth:
    user = __unknown__
    user_id = __unknown__
    user_groups = __unknown__
    messages = __unknown__

    def __init__(self, environment=None, db=None, *args, **kwargs):
        self.db = db or environment
        self.settings = AuthSettings()

    @property
    def signature(self):
        return [
            Field("is_active"),
            Field("created_on"),
            Field("created_by", "reference auth_user", writable=False),
            Field("modified_on"),
            Field("modified_by", "reference auth_user", writable=False),
        ]

    def define_tables(self, username=None, signature=None, enable_tokens=False, migrate=None, fake_migrate=None):
        db = self.db
        extra = self.settings.extra_fields
        db.define_table(
            "auth_user", Field("email"), Field("password"), Field("registration_key"), extra.get("auth_user")
        )
        db.define_table("auth_group", Field("role"), extra.get("auth_group"))
        db.define_table(
            "auth_membership",
            Field("user_id", "reference auth_user"),
            Field("group_id", "reference auth_group"),
            extra.get("auth_membership"),
        )
        db.define_table("auth_permission", Field("group_id", "reference auth_group"), extra.get("auth_permission"))
        db.define_table("auth_event", Field("user_id", "reference auth_user"), extra.get("auth_event"))
        db.define_table("auth_cas", Field("user_id", "reference auth_user"))

    def enable_record_versioning(self, tables=None, *args, **kwargs):
        archived(self.db)

    def table_user(self):
        return self.db.auth_user

    def table_group(self):
        return self.db.auth_group

    def table_membership(self):
        return self.db.auth_membership

    def table_permission(self):
        return self.db.auth_permission

    def table_event(self):
        return self.db.auth_event

    def __call__(self):
        if __unknown__:
            self.login()
        elif __unknown__:
            self.logout()
        elif __unknown__:
            self.register()
        elif __unknown__:
            self.verify_email()
        elif __unknown__:
            self.profile()
        elif __unknown__:
            self.change_password()
        elif __unknown__:
            self.request_reset_password()
        elif __unknown__:
            self.reset_password()
        return FORM()

    def log_event(self, description, vars=None, origin="auth"):
        self.db.auth_event.insert(description=description, origin=origin)

    def login(self, *args, **kwargs):
        self.login_bare(__unknown__, __unknown__)
        self.log_event("", None)
        self.run(self.settings.login_onvalidation)
        self.run(self.settings.login_onaccept)
        return FORM()

    def login_bare(self, username, password):
        self.db(self.db.auth_user.email == username).select().first()
        return __unknown__

    def login_user(self, user): ...

    def logout(self, *args, **kwargs):
        self.log_event("", None)
        self.run(self.settings.logout_onlogout)

    def logout_bare(self):
        self.logout()

    def register(self, *args, **kwargs):
        self.db.auth_user._validate()
        self.run(self.settings.register_onvalidation)
        self.db.auth_user.insert()
        if self.settings.create_user_groups:
            self.add_membership(self.add_group(""), __unknown__)
        self.log_event("", None)
        self.run(self.settings.register_onaccept)
        return FORM()

    def register_bare(self, **fields):
        return self.db.auth_user.validate_and_insert(**fields)

    def run(self, callbacks):
        callbacks(FORM())
        for one in callbacks:
            one(FORM())

    def get_or_create_user(self, keys, *args, **kwargs):
        user = self.db.auth_user(**keys)
        if user:
            user.update_record(**keys)
        else:
            self.db.auth_user.insert(**keys)
            if self.settings.create_user_groups:
                self.add_membership(self.add_group(""), __unknown__)
        return user

    def verify_email(self, *args, **kwargs):
        self.db.auth_user(registration_key=__unknown__).update_record(registration_key="")
        self.log_event("", None)

    def profile(self, *args, **kwargs):
        self.db.auth_user._validate()
        self.run(self.settings.profile_onvalidation)
        self.db.auth_user(self.user_id).update_record()
        self.log_event("", None)
        self.run(self.settings.profile_onaccept)
        return FORM()

    def change_password(self, *args, **kwargs):
        self.db(self.db.auth_user.id == self.user_id).select().first()
        self.db(self.db.auth_user.id == self.user_id).update(password="")
        self.log_event("", None)
        return FORM()

    def request_reset_password(self, *args, **kwargs):
        self.email_reset_password(self.db.auth_user(email=__unknown__))
        self.log_event("", None)
        return FORM()

    def retrieve_password(self, *args, **kwargs):
        return self.request_reset_password()

    def email_reset_password(self, user):
        user.update_record(reset_password_key="")

    def reset_password(self, *args, **kwargs):
        self.db.auth_user(reset_password_key=__unknown__).update_record(password="")
        return FORM()

    def impersonate(self, user_id=None):
        self.db.auth_user(user_id)
        self.log_event("", None)
        return FORM()

    def groups(self):
        for membership in self.db(self.db.auth_membership.user_id == self.user_id).select():
            self.db(self.db.auth_group.id == membership.group_id).select()

    def update_groups(self):
        for membership in self.db(self.db.auth_membership.user_id == self.user_id).select():
            self.db.auth_group(membership.group_id)

    def id_group(self, role):
        return self.db(self.db.auth_group.role == role).select().first().id

    def user_group(self, user_id=None):
        return self.id_group("")

    def user_group_role(self, user_id=None):
        return __unknown__

    def add_group(self, role, description=""):
        found = self.db.auth_group.insert(role=role, description=description)
        self.log_event("", None)
        return found

    def del_group(self, group_id):
        self.db(self.db.auth_group.id == group_id).delete()
        self.db(self.db.auth_membership.group_id == group_id).delete()
        self.db(self.db.auth_permission.group_id == group_id).delete()
        self.log_event("", None)

    def has_membership(self, group_id=None, user_id=None, role=None, cached=False):
        self.id_group(group_id or role)
        self.db(self.db.auth_membership.user_id == user_id).select()
        return __unknown__

    def add_membership(self, group_id=None, user_id=None, role=None):
        self.id_group(group_id or role)
        self.db(self.db.auth_membership.user_id == user_id).select().first()
        found = self.db.auth_membership.insert(group_id=group_id, user_id=user_id)
        self.update_groups()
        self.log_event("", None)
        return found

    def del_membership(self, group_id=None, user_id=None, role=None):
        self.id_group(group_id or role)
        self.log_event("", None)
        return self.db(self.db.auth_membership.user_id == user_id).delete()

    def has_permission(self, name="any", table_name="", record_id=0, user_id=None, group_id=None):
        self.db(self.db.auth_membership.user_id == user_id).select(self.db.auth_membership.group_id)
        self.db(self.db.auth_permission.name == name).select(self.db.auth_permission.group_id)
        return __unknown__

    def add_permission(self, group_id, name="any", table_name="", record_id=0):
        self.db(self.db.auth_permission.group_id == group_id).select().first()
        found = self.db.auth_permission.insert(group_id=group_id, name=name)
        self.log_event("", None)
        return found

    def del_permission(self, group_id, name="any", table_name="", record_id=0):
        self.log_event("", None)
        return self.db(self.db.auth_permission.group_id == group_id).delete()

    def accessible_query(self, name, table, user_id=None):
        self.has_permission(name, table)
        return table.id > 0

    def is_logged_in(self):
        return __unknown__

    def basic(self, basic_auth_realm=False):
        return __unknown__

    def navbar(self, *args, **kwargs):
        return __unknown__

    def url(self, *args, **kwargs):
        return __unknown__

    def requires(self, condition, requires_login=True, otherwise=None):
        def decorator(action):
            @wraps(action)
            def wrapper(*args, **kwargs):
                if condition is not None:
                    condition()
                return action(*args, **kwargs)

            return wrapper

        return decorator

    def requires_login(self, otherwise=None): ...

    def requires_signature(self, otherwise=None, hash_vars=True, hash_extension=True): ...

    def allows_jwt(self, otherwise=None): ...

    def requires_login_or_token(self, otherwise=None): ...

    def requires_membership(self, role=None, group_id=None, otherwise=None):
        def decorator(action):
            @wraps(action)
            def wrapper(*args, **kwargs):
                self.has_membership(group_id=group_id, role=role)
                return action(*args, **kwargs)

            return wrapper

        return decorator

    def requires_permission(self, name, table_name="", record_id=0, otherwise=None):
        def decorator(action):
            @wraps(action)
            def wrapper(*args, **kwargs):
                self.has_permission(name, table_name, record_id)
                return action(*args, **kwargs)

            return wrapper

        return decorator

    def wiki(self, *args, **kwargs):
        db = self.db
        db.define_table("wiki_page", Field("slug"), Field("title"), self.signature)
        db.define_table("wiki_tag", Field("name"), Field("wiki_page", "reference wiki_page"), self.signature)
        db.define_table("wiki_media", Field("wiki_page", "reference wiki_page"), self.signature)
        page = db.wiki_page(slug=__unknown__)
        db(db.wiki_media.wiki_page == page.id).select()
        if __unknown__:
            db.wiki_page.insert()
            db.wiki_tag.insert()
        if __unknown__:
            page.update_record()
            db(db.wiki_tag.wiki_page == page.id).delete()
            db.wiki_tag.insert()
        return page

    def wikimenu(self): ...

    def archive(self, form, archive_table=None, current_record="current_record", **kwargs): ...


class Crud:
    def __init__(self, environment=None, db=None, **kwargs):
        self.db = db or environment
        self.settings = Settings()
        self.messages = Settings()

    def __call__(self):
        return __unknown__

    def create(self, table, next=None, onvalidation=None, onaccept=None, log=None, message=None, formname=None, **attributes):
        SQLFORM(table).process(onvalidation=onvalidation, onsuccess=onaccept)
        return FORM()

    def update(
        self, table, record, next=None, onvalidation=None, onaccept=None, ondelete=None, log=None, message=None, deletable=True, **attributes
    ):
        SQLFORM(table, record, deletable=deletable).process(onvalidation=onvalidation, onsuccess=onaccept)
        if ondelete:
            ondelete(FORM())
        return FORM()

    def read(self, table, record):
        table(record)
        return FORM()

    def delete(self, table, record_id, next=None, message=None):
        table(record_id).delete_record()

    def rows(self, table, query=None, **kwargs):
        return table._db(query or table).select()

    def select(self, table, query=None, fields=None, orderby=None, limitby=None, headers=None, **attr):
        return table._db(query or table).select()

    def search(self, *tables, **args):
        for table in tables:
            table._db(table).select()
        return __unknown__

    def tables(self):
        return __unknown__


class Service:
    def __call__(self):
        return __unknown__

    def run(self, f): ...

    def csv(self, f): ...

    def xml(self, f): ...

    def rss(self, f): ...

    def json(self, f): ...

    def jsonrpc(self, f): ...

    def jsonrpc2(self, f): ...

    def xmlrpc(self, f): ...

    def amfrpc(self, f): ...

    def amfrpc3(self, domain="default"): ...

    def soap(self, name=None, returns=None, args=None, doc=None, **kwargs): ...


class PluginManager:
    def __init__(self, plugin=None, **defaults): ...


class Mail:
    def __init__(self, *args, **kwargs):
        self.settings = Settings()

    def send(self, to, *args, **kwargs):
        return __unknown__


class Recaptcha2: ...


class Expose: ...


def prettydate(d, *args, **kwargs):
    return __unknown__


def fetch(url, *args, **kwargs):
    return __unknown__


def geocode(address):
    return __unknown__
