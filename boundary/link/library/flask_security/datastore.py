"""What does a store of users write?  Rows of the application's own classes."""

from sqlalchemy.orm import Session


class SQLAlchemyUserDatastore:
    session = Session()

    def __init__(self, db, user_model, role_model, webauthn_model=None):
        self.db = db
        self.user_model = user_model
        self.role_model = role_model

    def put(self, model):
        self.session.add(model)
        return model

    def delete(self, model):
        self.session.delete(model)

    def commit(self):
        self.session.commit()

    def find_user(self, case_insensitive=False, **kwargs):
        return self.session.query(self.user_model).first()

    def get_user(self, identifier):
        return self.session.query(self.user_model).first()

    get_user_by_email = get_user_by_id = get_user

    def find_role(self, role):
        return self.session.query(self.role_model).first()

    def create_user(self, **kwargs):
        return self.put(self.user_model(**kwargs))

    def create_role(self, **kwargs):
        return self.put(self.role_model(**kwargs))

    def find_or_create_role(self, name, **kwargs):
        return self.find_role(name) or self.create_role(name=name, **kwargs)

    def _prepare_role_modify_args(self, user, role=None):
        if role is None:
            return self.find_role(user) if isinstance(user, str) else user
        return self.find_user(email=user) if isinstance(user, str) else user, self._prepare_role_modify_args(role)

    def add_role_to_user(self, user, role):
        user, role = self._prepare_role_modify_args(user, role)
        user.roles.append(role)
        self.put(user)
        return True

    def remove_role_from_user(self, user, role):
        user, role = self._prepare_role_modify_args(user, role)
        user.roles.remove(role)
        self.put(user)
        return True

    def activate_user(self, user):
        user.active = __unknown__
        self.put(user)
        return True

    toggle_active = deactivate_user = activate_user

    def set_uniquifier(self, user, uniquifier=None):
        user.fs_uniquifier = __unknown__
        self.put(user)

    def delete_user(self, user):
        self.delete(user)


class SQLAlchemySessionUserDatastore(SQLAlchemyUserDatastore):
    pass


def _current(user_model): ...


class MongoEngineUserDatastore(SQLAlchemyUserDatastore):
    """The same with documents: each is saved, and deleted, at once."""

    def __init__(self, db, user_model, role_model, webauthn_model=None):
        self.db = db
        self.user_model = user_model
        self.role_model = role_model
        _current(user_model)

    def put(self, model):
        model.save()
        return model

    def delete(self, model):
        model.delete()

    def commit(self): ...

    def find_user(self, case_insensitive=False, **kwargs):
        return self.user_model.objects.first()

    def get_user(self, identifier):
        return self.user_model.objects.first()

    get_user_by_email = get_user_by_id = get_user

    def find_role(self, role):
        return self.role_model.objects(name=role).first()
