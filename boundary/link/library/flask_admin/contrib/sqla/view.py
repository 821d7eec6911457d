"""What do pages of a mapped class look up and write?  Each form, each delete and each action ends in a commit."""

from flask_admin.model.base import BaseModelView
from sqlalchemy import func


class ModelView(BaseModelView):
    fast_mass_delete = False

    def __init__(self, model, session, name=None, category=None, endpoint=None, url=None, **kwargs):
        self.session = session
        super().__init__(model, name, category, endpoint, url)

    def get_query(self):
        return self.session.query(self.model)

    def get_count_query(self):
        return self.session.query(func.count("*")).select_from(self.model)

    def get_list(self, page, sort_column, sort_desc, search, filters, execute=True, page_size=None):
        return self.get_count_query().scalar(), self.get_query().all()

    def get_one(self, id):
        return self.session.query(self.model).get(id)

    def build_new_instance(self):
        return self.model()

    def create_model(self, form):
        model = self.build_new_instance()
        form.populate_obj(model)
        self.session.add(model)
        self._on_model_change(form, model, True)
        self.session.commit()
        self.after_model_change(form, model, True)
        return model

    def update_model(self, form, model):
        form.populate_obj(model)
        self._on_model_change(form, model, False)
        self.session.commit()
        self.after_model_change(form, model, False)
        return True

    def delete_model(self, model):
        self.on_model_delete(model)
        self.session.flush()
        self.session.delete(model)
        self.session.commit()
        self.after_model_delete(model)
        return True

    def handle_action(self, return_view=None):
        if self.is_action_allowed("delete"):
            self.action_delete(__unknown__)
        return __unknown__

    def is_action_allowed(self, name):
        if name == "delete" and not self.can_delete:
            return False
        return super().is_action_allowed(name)

    def action_delete(self, ids):
        query = self.get_query()
        if self.fast_mass_delete:
            query.delete(synchronize_session=False)
        else:
            for model in query.all():
                self.delete_model(model)
        self.session.commit()
