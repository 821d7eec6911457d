"""What does an application say that is hooked into a page?"""


class CMSApp:
    name = None
    app_name = None

    def get_menus(self, page=None, language=None, **kwargs):
        return []

    def get_urls(self, page=None, language=None, **kwargs):
        return []


class CMSAppConfig:
    def __init__(self, django_app_config):
        self.app_config = django_app_config
