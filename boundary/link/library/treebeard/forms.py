"""How does a form put a node into the tree, or move it?"""

from django import forms
from django.forms.models import modelform_factory


class TreeNodeChoiceField(forms.ModelChoiceField):
    pass


class MoveNodeForm(forms.ModelForm):
    def __init__(self, data=None, files=None, *args, initial=None, instance=None, **kwargs):
        super().__init__(data, files, instance=instance, initial=initial)

    def save(self, commit=True):
        model = self.Meta.model
        if __unknown__:
            reference = model._default_manager.get(pk=__unknown__)
            if __unknown__:
                self.instance = reference.add_child(instance=self.instance)
            else:
                self.instance = model.add_root(instance=self.instance)
        else:
            self.instance.save()
            reference = model._default_manager.get(pk=__unknown__)
            self.instance.move(reference, pos=__unknown__)
        super().save(commit=commit)
        return self.instance


def movenodeform_factory(model, form=MoveNodeForm, exclude=None, **kwargs):
    return modelform_factory(model, form=form, exclude=exclude)
