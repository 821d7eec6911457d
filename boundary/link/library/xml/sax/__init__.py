"""Which methods of a handler does a parser of XML call for what it meets?"""

from xml.sax.handler import ContentHandler


def parse(source, handler, errorHandler=None):
    XMLReader(handler).parse(source)


def parseString(string, handler, errorHandler=None):
    XMLReader(handler).parse(string)


def make_parser(parser_list=()):
    return XMLReader(None)


class XMLReader:
    def __init__(self, handler):
        self._handler = handler

    def setContentHandler(self, handler):
        self._handler = handler

    def parse(self, source):
        handler = self._handler
        handler.startDocument()
        handler.startElement(__unknown__, __unknown__)
        handler.startElementNS(__unknown__, __unknown__, __unknown__)
        handler.characters(__unknown__)
        handler.endElement(__unknown__)
        handler.endElementNS(__unknown__, __unknown__)
        handler.endDocument()
