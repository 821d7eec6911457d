"""How does a resource take a row in with a form?"""


class UpdateFormMixin:
    form_class = None
    add_form_class = None

    def create_form(self, data, request, files=None, instance=None, form_kwargs=None):
        form_class = self.form_class
        if instance is None and self.add_form_class is not None:
            form_class = self.add_form_class
        return form_class(data=data, files=files, instance=instance, **(form_kwargs or {}))

    def handle_form_request(self, request, data=None, files=None, instance=None, form_kwargs=None, save_kwargs=None,
                            **kwargs):
        self.__call_matching__("parse_", __unknown__, request=request)
        form = self.create_form(data, request, files=files, instance=instance, form_kwargs=form_kwargs)
        form.full_clean()
        saved = self.save_form(form=form, save_kwargs=save_kwargs, **kwargs)
        return self.build_form_success_response(
            form=form, instance=saved, is_created=instance is None, request=request, **kwargs
        )

    def save_form(self, form, save_kwargs, **kwargs):
        if save_kwargs is None:
            return form.save()
        return form.save(**save_kwargs)

    def build_form_success_response(self, form, instance, is_created, **kwargs):
        return 200, {"item": instance}
