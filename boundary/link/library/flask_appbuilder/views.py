"""Which pages has a view of a mapped class?  Lists, forms and deletes, each with what the project does on the way."""

from flask_appbuilder.baseviews import BaseView, RowHooks
from wtforms.form import Form


class IndexView(BaseView):
    pass


class SimpleFormView(BaseView):
    __entry_points__ = {"this_form_get": "route", "this_form_post": "route"}
    form = Form

    def form_get(self, form):
        pass

    def form_post(self, form):
        pass

    def this_form_get(self):
        self.form_get(__instance__(self.form))

    def this_form_post(self):
        return self.form_post(__instance__(self.form))


class ModelView(RowHooks, BaseView):
    __entry_points__ = {"list": "route", "show": "route", "add": "route", "edit": "route", "delete": "route"}
    datamodel = None
    add_form = edit_form = Form

    def prefill_form(self, form, pk):
        pass

    def process_form(self, form, is_created):
        pass

    def list(self):
        count, rows = self.datamodel.query()
        return self.render_template(__unknown__, rows=rows)

    def show(self, pk):
        return self.render_template(__unknown__, item=self.datamodel.get(pk))

    def add(self):
        form = __instance__(self.add_form)
        item = self.datamodel.obj()
        self.process_form(form, True)
        form.populate_obj(item)
        self.pre_add(item)
        if self.datamodel.add(item):
            self.post_add(item)
        return self.render_template(__unknown__)

    def edit(self, pk):
        item = self.datamodel.get(pk)
        form = __instance__(self.edit_form)
        self.process_form(form, False)
        form.populate_obj(item)
        self.pre_update(item)
        if self.datamodel.edit(item):
            self.post_update(item)
        self.prefill_form(form, pk)
        return self.render_template(__unknown__)

    def delete(self, pk):
        self._delete(pk)

    def _delete(self, pk):
        item = self.datamodel.get(pk)
        self.pre_delete(item)
        if self.datamodel.delete(item):
            self.post_delete(item)


class CompactCRUDMixin:
    pass
