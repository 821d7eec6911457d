"""What does a form of a document keep?"""

from flask_wtf import FlaskForm


class ModelForm(FlaskForm):
    model_class = None

    def __init__(self, formdata=None, obj=None, **kwargs):
        self.instance = kwargs.get("instance") or obj
        super().__init__(formdata, obj=obj, **kwargs)

    def save(self, commit=True, **kwargs):
        if self.instance:
            self.populate_obj(self.instance)
        else:
            self.instance = self.model_class(**self.data)
        if commit:
            self.instance.save(**kwargs)
        return self.instance
