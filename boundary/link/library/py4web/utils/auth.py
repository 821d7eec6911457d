"""Which tables does py4web keep its users in, and what does it do with them?"""

from pydal.objects import Field
from py4web.core import Fixture


class AuthEnforcer(Fixture): ...


class Auth(Fixture):
    session = __unknown__
    flash = __unknown__
    param = __unknown__
    user_id = __unknown__
    is_logged_in = __unknown__

    def __init__(
        self, session, db, define_tables=True, sender=None, use_username=True, use_phone_number=False, extra_fields=None, **kwargs
    ):
        self.db = db
        self.session = session
        self.extra_auth_user_fields = extra_fields
        self.user = AuthEnforcer()
        if db and define_tables:
            self.define_tables()

    def define_tables(self):
        self.db.define_table(
            "auth_user",
            Field("username"),
            Field("email"),
            Field("password"),
            Field("first_name"),
            Field("last_name"),
            Field("sso_id"),
            Field("action_token"),
            self.extra_auth_user_fields,
        )

    @property
    def signature(self):
        return [
            Field("created_on"),
            Field("created_by", "reference auth_user", writable=False),
            Field("modified_on"),
            Field("modified_by", "reference auth_user", writable=False),
            Field("is_active"),
        ]

    def get_user(self, safe=True):
        return self.db.auth_user(self.user_id)

    @property
    def current_user(self):
        return self.db.auth_user(self.user_id)

    def register(self, fields, send=True, next="", validate=True, route=None):
        if validate:
            return self.db.auth_user.validate_and_insert(**fields)
        return {"id": self.db.auth_user.insert(**fields)}

    def login(self, email, password):
        return self.db(self.db.auth_user.email == email).select().first(), __unknown__

    def request_reset_password(self, email, send=True, next="", route=None):
        user = self.db(self.db.auth_user.email == email).select().first()
        user.update_record(action_token="")

    def verify_email(self, token):
        return self.db(self.db.auth_user.action_token == token).update(action_token=None)

    def reset_password(self, token, new_password, new_password2=None):
        user = self.db(self.db.auth_user.action_token == token).select().first()
        self.db(self.db.auth_user.id == user.id).update(password=new_password)

    def change_password(self, user, new_password, password=None, check=True):
        self.db(self.db.auth_user.id == user).update(password=new_password)

    def update_profile(self, user, **fields):
        return self.db(self.db.auth_user.id == user).validate_and_update(**fields)

    def get_or_register_user(self, user):
        row = self.db(self.db.auth_user.email == user).select().first()
        if row:
            row.update_record(**user)
        else:
            self.db.auth_user.insert(**user)
        return user

    def get_or_delete_existing_unverified_account(self, email):
        row = self.db(self.db.auth_user.email == email).select().first()
        row.delete_record()

    def store_user_in_session(self, user_id): ...

    def enable(self, route="auth", uses=(), env=None, spa=False, allow_api_routes=True): ...

    def register_plugin(self, plugin): ...

    def fix_actions(self): ...
