"""How does a form move a node of the tree?"""

from django import forms


class TreeNodeChoiceFieldMixin:
    pass


class TreeNodeChoiceField(TreeNodeChoiceFieldMixin, forms.ModelChoiceField):
    pass


class TreeNodeMultipleChoiceField(TreeNodeChoiceFieldMixin, forms.ModelMultipleChoiceField):
    pass


class TreeNodePositionField(forms.ChoiceField):
    pass


class MoveNodeForm(forms.Form):
    def __init__(self, node, *args, **kwargs):
        super().__init__(*args)
        self.node = node

    def save(self):
        self.node.move_to(self.cleaned_data["target"], self.cleaned_data["position"])
        return self.node


class MPTTAdminForm(forms.ModelForm):
    pass
