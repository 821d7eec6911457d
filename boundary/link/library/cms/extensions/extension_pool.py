"""Which extensions follow a page?  All that are registered.

That those are deleted of which no draft is left is left out: it hardly ever happens.
"""


class ExtensionPool:
    def __init__(self):
        self.registered = []

    def register(self, extension):
        self.registered.append(extension)
        return extension

    def unregister(self, extension):
        pass

    def publish_extensions(self, source_page, target_page, language):
        for extension in self.registered:
            for row in extension.objects.filter(extended_object=source_page):
                row.copy_to_public(target_page, language)

    def copy_extensions(self, source_page, target_page, languages=None):
        for extension in self.registered:
            for row in extension.objects.filter(extended_object=source_page):
                row.copy(target_page, None)

    def get_page_extensions(self, page=None):
        return [row for extension in self.registered for row in extension.objects.filter(extended_object=page)]

    def get_title_extensions(self, title=None):
        return [row for extension in self.registered for row in extension.objects.filter(extended_object=title)]


extension_pool = ExtensionPool()
