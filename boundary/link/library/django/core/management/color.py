"""What do commands write to?"""


class OutputWrapper:
    def write(self, msg="", style_func=None, ending=None):
        pass

    def flush(self):
        pass


class Style:
    def SUCCESS(self, text):
        return text

    def ERROR(self, text):
        return text

    def WARNING(self, text):
        return text

    def NOTICE(self, text):
        return text

    def MIGRATE_HEADING(self, text):
        return text

    def MIGRATE_LABEL(self, text):
        return text

    def HTTP_INFO(self, text):
        return text


def no_style():
    return Style()


def color_style(force_color=False):
    return Style()
