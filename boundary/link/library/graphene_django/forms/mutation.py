"""How does a mutation save its form?"""

from graphene.relay.mutation import ClientIDMutation


class BaseDjangoFormMutation(ClientIDMutation):
    class Meta:
        form_class = None

    @classmethod
    def mutate_and_get_payload(cls, root, info, **input):
        form = cls.get_form(root, info, **input)
        if form.is_valid():
            return cls.perform_mutate(form, info)
        return cls(errors=form.errors)

    @classmethod
    def get_form(cls, root, info, **input):
        return cls.Meta.form_class(**cls.get_form_kwargs(root, info, **input))

    @classmethod
    def get_form_kwargs(cls, root, info, **input):
        return {"data": input}


class DjangoFormMutation(BaseDjangoFormMutation):
    @classmethod
    def perform_mutate(cls, form, info):
        form.save()
        return cls(errors=[])


class DjangoModelFormMutation(BaseDjangoFormMutation):
    @classmethod
    def get_form_kwargs(cls, root, info, **input):
        kwargs = {"data": input}
        if __unknown__:
            return {**kwargs, "instance": cls.Meta.form_class.Meta.model._default_manager.get(pk=__unknown__)}
        return kwargs

    @classmethod
    def perform_mutate(cls, form, info):
        form.save()
        return cls(errors=[])
