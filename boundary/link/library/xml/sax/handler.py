"""What does a handler do for which its class says nothing?  Nothing."""

from xml._unread import Located  # where the parser stands: nothing of the application


class ContentHandler(Located):
    def __init__(self):
        pass

    def startDocument(self):
        pass

    def endDocument(self):
        pass

    def startElement(self, name, attrs):
        pass

    def endElement(self, name):
        pass

    def startElementNS(self, name, qname, attrs):
        pass

    def endElementNS(self, name, qname):
        pass

    def characters(self, content):
        pass
