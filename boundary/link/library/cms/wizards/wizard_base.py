"""What does a wizard do?  The last of its steps saves its form."""


class WizardBase:
    def __init__(self, title, weight, form, model=None, template_name=None, description=None, edit_mode_on_success=True):
        self.title = title
        self.form = form
        self.model = model


class Wizard(WizardBase):
    __entry_points__ = {"__last_step__": "route", "user_has_add_permission": "route"}

    def __last_step__(self, request):
        self.user_has_add_permission(request.user, page=__unknown__)
        form = self.form(request.POST, request.FILES)
        if form.is_valid():
            self.get_success_url(form.save())

    def get_model(self):
        return self.model or self.form._meta.model

    def user_has_add_permission(self, user, **kwargs):
        user.has_perm(__unknown__)
        return __unknown__

    def get_success_url(self, obj, **kwargs):
        return obj.get_absolute_url()
