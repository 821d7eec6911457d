"""What do the handlers of an extension find in its settings?  The extension, under the name that its routes hand over."""


class ExtensionHandlerJinjaMixin:
    pass


class ExtensionHandlerMixin:
    def initialize(self, name="", *args, **kwargs):
        self.name = name
        super().initialize(*args, **kwargs)

    @property
    def extensionapp(self):
        return self.settings[self.name]
