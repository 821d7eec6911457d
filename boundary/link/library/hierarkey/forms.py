"""What does a form of settings read and write?"""

from django import forms


class HierarkeyForm(forms.Form):
    def __init__(self, *args, obj, attribute_name, **kwargs):
        self.obj = obj
        self.attribute_name = attribute_name
        self._s = getattr(obj, attribute_name)
        kwargs["initial"] = self._s.freeze()
        super().__init__(*args, **kwargs)

    def save(self):
        for name in self.fields:
            self._s.get(name)
            if __unknown__:
                del self._s[name]
            else:
                self._s.set(name, self.cleaned_data[name])

    def get_new_filename(self, name):
        return __unknown__
