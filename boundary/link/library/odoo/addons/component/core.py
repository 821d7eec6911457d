"""What does a component ask?  Its environment, the model that it works for, other components by what they are for."""

from odoo.api import Environment


class WorkContext:
    def __init__(self, model_name=None, collection=None, components_registry=None, **kwargs): ...

    @property
    def env(self):
        return Environment()

    def work_on(self, model_name=None, collection=None):
        return self

    def component(self, usage=None, model_name=None, **kwargs): ...

    def many_components(self, usage=None, model_name=None, **kwargs): ...

    def component_by_name(self, name, model_name=None): ...


class AbstractComponent:
    def __init__(self, work_context): ...

    @property
    def work(self):
        return WorkContext()

    @property
    def env(self):
        return Environment()

    @property
    def model(self): ...

    def component(self, usage=None, model_name=None, **kwargs): ...

    def many_components(self, usage=None, model_name=None, **kwargs): ...

    def component_by_name(self, name, model_name=None): ...


class Component(AbstractComponent):
    pass
