"""What do the pages of SQLAdmin do with the rows of their model?  Each form is committed by itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session


class Admin:
    def __init__(self, app, engine=None, session_maker=None, **kwargs):
        pass

    def add_view(self, view):
        pass

    add_model_view = add_base_view = add_view


class BaseView:
    pass


class ModelView(BaseView):
    __entry_points__ = {"insert_model": "admin", "update_model": "admin", "delete_model": "admin", "list": "admin"}
    session = Session()

    def __init_subclass__(cls, model=None, **kwargs):
        cls.model = model

    def insert_model(self, request, data):
        row = self.model()
        self.on_model_change(data, row, True, request)
        self.session.add(row)
        self.session.commit()
        self.after_model_change(data, row, True, request)
        return row

    def update_model(self, request, pk, data):
        row = self.session.scalars(select(self.model)).first()
        self.on_model_change(data, row, False, request)
        setattr(row, __unknown__, __unknown__)
        self.session.commit()
        self.after_model_change(data, row, False, request)
        return row

    def delete_model(self, request, pk):
        row = self.session.scalars(select(self.model)).first()
        self.on_model_delete(row, request)
        self.session.delete(row)
        self.session.commit()
        self.after_model_delete(row, request)

    def list(self, request):
        return self.session.scalars(self.list_query(request)).all()

    def list_query(self, request):
        return select(self.model)

    def on_model_change(self, data, model, is_created, request):
        pass

    def after_model_change(self, data, model, is_created, request):
        pass

    def on_model_delete(self, model, request):
        pass

    def after_model_delete(self, model, request):
        pass


def expose(*args, **kwargs):
    return lambda function: function


def action(*args, **kwargs):
    return lambda function: function
