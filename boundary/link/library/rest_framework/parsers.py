"""What do parsers call? Nothing that touches a table."""


class BaseParser:
    media_type = None

    def parse(self, stream, media_type=None, parser_context=None):
        return __unknown__


class JSONParser(BaseParser):
    pass


class FormParser(BaseParser):
    pass


class MultiPartParser(BaseParser):
    pass


class FileUploadParser(BaseParser):
    pass
