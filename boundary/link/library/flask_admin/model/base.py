"""Which pages has a view of a model?  Lists, forms and deletes, as far as the view allows them."""

from flask_admin.actions import ActionsMixin
from flask_admin.base import BaseView
from wtforms.form import Form


class BaseModelView(BaseView, ActionsMixin):
    can_create = can_edit = can_delete = True
    can_view_details = can_export = False
    column_editable_list = None

    def __init__(self, model, name=None, category=None, endpoint=None, url=None, **kwargs):
        super().__init__(name, category, endpoint, url)
        self.model = model

    def get_create_form(self):
        return Form

    def get_edit_form(self):
        return Form

    def create_form(self, obj=None):
        return __instance__(Form)

    def edit_form(self, obj=None):
        return __instance__(Form)

    def validate_form(self, form):
        return __unknown__

    def on_model_change(self, form, model, is_created):
        pass

    def _on_model_change(self, form, model, is_created):
        self.on_model_change(form, model, is_created)

    def after_model_change(self, form, model, is_created):
        pass

    def on_model_delete(self, model):
        pass

    def after_model_delete(self, model):
        pass

    def on_form_prefill(self, form, id):
        pass

    def index_view(self):
        count, data = self.get_list(__unknown__, __unknown__, __unknown__, __unknown__, __unknown__)
        return self.render(__unknown__)

    def create_view(self):
        if not self.can_create:
            return
        form = self.create_form()
        if self.validate_form(form):
            self.create_model(form)
        return self.render(__unknown__)

    def edit_view(self):
        if not self.can_edit:
            return
        model = self.get_one(__unknown__)
        if model is None:
            return
        form = self.edit_form(obj=model)
        if self.validate_form(form):
            self.update_model(form, model)
        self.on_form_prefill(form, __unknown__)
        return self.render(__unknown__)

    def details_view(self):
        if self.can_view_details:
            self.get_one(__unknown__)

    def delete_view(self):
        if not self.can_delete:
            return
        model = self.get_one(__unknown__)
        if model is None:
            return
        self.delete_model(model)

    def action_view(self):
        return self.handle_action()

    def export(self, export_type):
        if self.can_export:
            self.get_list(__unknown__, __unknown__, __unknown__, __unknown__, __unknown__)

    def ajax_update(self):
        if not self.column_editable_list:
            return
        record = self.get_one(__unknown__)
        if record is None:
            return
        self.update_model(__instance__(Form), record)
