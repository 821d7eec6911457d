"""What does a form of baseframe do beside one of WTForms?  It knows the object that it edits, and asks its own methods."""

from flask_wtf import FlaskForm


class Form(FlaskForm):
    def __init__(self, *args, **kwargs):
        self.edit_obj = kwargs.get("obj")
        self.edit_model = kwargs.get("model")
        self.edit_parent = kwargs.get("parent")
        super().__init__(*args, **kwargs)
        if kwargs.get("obj") is not None:
            self.__call_matching__("get_", kwargs.get("obj"))
        self.__post_init__()

    def __post_init__(self):
        pass

    def populate_obj(self, obj):
        self.__call_matching__("set_", obj)
        super().populate_obj(obj)


class RecaptchaForm(Form):
    pass
