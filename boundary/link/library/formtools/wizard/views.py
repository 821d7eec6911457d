"""What does a wizard call between its first step and `done`?"""

from django import forms
from django.http import HttpResponseRedirect
from django.views.generic import TemplateView
from formtools.wizard.storage import get_storage


class StepsHelper:
    count = __unknown__
    current = __unknown__
    first = __unknown__
    last = __unknown__
    next = __unknown__
    prev = __unknown__
    index = __unknown__
    all = __unknown__

    def __init__(self, wizard):
        pass

    def __iter__(self):
        return iter(())


class WizardView(TemplateView):
    storage_name = None
    form_list = None
    initial_dict = {}
    instance_dict = {}
    condition_dict = {}

    @classmethod
    def as_view(cls, *args, **kwargs):
        return super().as_view(**cls.get_initkwargs(*args, **kwargs))

    @classmethod
    def get_initkwargs(cls, form_list=None, *args, **kwargs):
        if form_list:
            kwargs["form_list"] = form_list
        return kwargs

    def get_prefix(self, request, *args, **kwargs):
        return __unknown__

    def get_form_list(self):
        for condition in self.condition_dict.values():
            if callable(condition):
                condition(self)
        found = {}
        for each in self.form_list:
            if isinstance(each, (list, tuple)):
                found[each[0]] = each[1]
            else:
                found[__unknown__] = each
        return found

    def dispatch(self, request, *args, **kwargs):
        self.prefix = self.get_prefix(request, *args, **kwargs)
        self.storage = get_storage(self.storage_name, self.prefix, request)
        self.steps = StepsHelper(self)
        response = super().dispatch(request, *args, **kwargs)
        self.storage.update_response(response)
        return response

    def get(self, request, *args, **kwargs):
        self.storage.reset()
        return self.render(self.get_form())

    def post(self, *args, **kwargs):
        if __unknown__:
            return self.render_goto_step(__unknown__)
        form = self.get_form(data=self.request.POST, files=self.request.FILES)
        if form.is_valid():
            self.storage.set_step_data(self.steps.current, self.process_step(form))
            self.storage.set_step_files(self.steps.current, self.process_step_files(form))
            if __unknown__:
                return self.render_done(form, **kwargs)
            return self.render_next_step(form)
        return self.render(form)

    def render_next_step(self, form, **kwargs):
        next_step = self.get_next_step()
        new_form = self.get_form(
            next_step, data=self.storage.get_step_data(next_step), files=self.storage.get_step_files(next_step)
        )
        return self.render(new_form, **kwargs)

    def render_goto_step(self, goto_step, **kwargs):
        form = self.get_form(data=__unknown__, files=__unknown__)
        return self.render(form, **kwargs)

    def render_done(self, form, **kwargs):
        final_forms = {}
        for form_key in self.get_form_list():
            form_obj = self.get_form(step=form_key, data=self.storage.get_step_data(form_key), files=__unknown__)
            if not form_obj.is_valid():
                return self.render_revalidation_failure(form_key, form_obj, **kwargs)
            final_forms[form_key] = form_obj
        response = self.done(list(final_forms.values()), form_dict=final_forms, **kwargs)
        self.storage.reset()
        return response

    def get_form_prefix(self, step=None, form=None):
        return step

    def get_form_initial(self, step):
        return self.initial_dict.get(step, {})

    def get_form_instance(self, step):
        return self.instance_dict.get(step, None)

    def get_form_kwargs(self, step=None):
        return {}

    def get_form(self, step=None, data=None, files=None):
        if step is None:
            step = self.steps.current
        form_class = self.get_form_list()[step]
        kwargs = {
            **self.get_form_kwargs(step),
            "data": data,
            "files": files,
            "prefix": self.get_form_prefix(step, form_class),
            "initial": self.get_form_initial(step),
        }
        if issubclass(form_class, (forms.ModelForm, forms.BaseInlineFormSet)):
            return form_class(**{"instance": self.get_form_instance(step), **kwargs})
        if issubclass(form_class, forms.BaseModelFormSet):
            return form_class(**{"queryset": self.get_form_instance(step), **kwargs})
        return form_class(**kwargs)

    def process_step(self, form):
        return self.get_form_step_data(form)

    def process_step_files(self, form):
        return self.get_form_step_files(form)

    def render_revalidation_failure(self, step, form, **kwargs):
        return self.render(form, **kwargs)

    def get_form_step_data(self, form):
        return form.data

    def get_form_step_files(self, form):
        return form.files

    def get_all_cleaned_data(self):
        cleaned_data = {}
        for form_key in self.get_form_list():
            form_obj = self.get_form(step=form_key, data=self.storage.get_step_data(form_key), files=__unknown__)
            if form_obj.is_valid():
                cleaned_data.update(form_obj.cleaned_data)
        return cleaned_data

    def get_cleaned_data_for_step(self, step):
        if step in self.form_list:
            form_obj = self.get_form(step=step, data=self.storage.get_step_data(step), files=__unknown__)
            if form_obj.is_valid():
                return form_obj.cleaned_data
        return None

    def get_next_step(self, step=None):
        self.get_form_list()
        return __unknown__

    def get_prev_step(self, step=None):
        self.get_form_list()
        return __unknown__

    def get_step_index(self, step=None):
        return __unknown__

    def get_context_data(self, form, **kwargs):
        context = super().get_context_data(form=form, **kwargs)
        context["wizard"] = {"form": form, "steps": self.steps}
        return context

    def render(self, form=None, **kwargs):
        form = form or self.get_form()
        context = self.get_context_data(form=form, **kwargs)
        return self.render_to_response(context)

    def done(self, form_list, **kwargs):
        raise NotImplementedError


class SessionWizardView(WizardView):
    storage_name = "formtools.wizard.storage.session.SessionStorage"


class CookieWizardView(WizardView):
    storage_name = "formtools.wizard.storage.cookie.CookieStorage"


class NamedUrlWizardView(WizardView):
    url_name = None
    done_step_name = None

    def get_step_url(self, step):
        return __unknown__

    def get(self, *args, **kwargs):
        if __unknown__:
            self.storage.reset()
            return HttpResponseRedirect(self.get_step_url(self.steps.current))
        form = self.get_form(data=__unknown__, files=__unknown__)
        if __unknown__:
            return self.render_done(form, **kwargs)
        return self.render(form, **kwargs)

    def render_next_step(self, form, **kwargs):
        return HttpResponseRedirect(self.get_step_url(self.get_next_step()))

    def render_goto_step(self, goto_step, **kwargs):
        return HttpResponseRedirect(self.get_step_url(goto_step))


class NamedUrlSessionWizardView(NamedUrlWizardView):
    storage_name = "formtools.wizard.storage.session.SessionStorage"


class NamedUrlCookieWizardView(NamedUrlWizardView):
    storage_name = "formtools.wizard.storage.cookie.CookieStorage"
