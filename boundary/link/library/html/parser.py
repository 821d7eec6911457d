"""Which methods does a parser of HTML call for what it meets?  `handle_starttag`, `handle_data` and their kin."""

from html._unread import Parsing  # where it stands in the text: nothing of the application


class HTMLParser(Parsing):
    def __init__(self, *, convert_charrefs=True):
        self.reset()

    def reset(self):
        pass

    def feed(self, data):
        self.__call_matching__("handle_", __unknown__, __unknown__)

    def close(self):
        self.__call_matching__("handle_", __unknown__, __unknown__)
