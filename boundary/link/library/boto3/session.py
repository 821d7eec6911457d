"""What is a session of boto3?  It gives clients and resources by their names."""

from boto3.dynamodb import Client, Resource


class Session:
    def __init__(self, **kwargs): ...

    def client(self, service_name, **kwargs): ...

    def resource(self, service_name, **kwargs): ...
