"""What do the forms of wizards share?"""


class BaseFormMixin:
    def __init__(self, *args, wizard_page=None, wizard_user=None, wizard_language=None, wizard_request=None, **kwargs):
        self.page = wizard_page
        self.user = wizard_user
        self.language_code = wizard_language
        super().__init__(*args, **kwargs)
