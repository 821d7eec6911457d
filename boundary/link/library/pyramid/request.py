"""What is a request?  What the application added to it, and the services that it finds (see `config.py`)."""


class Request:
    def find_service(self, iface=None, context=None, name=""): ...
