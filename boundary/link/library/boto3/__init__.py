"""What does boto3 give?  Clients and resources by their names: `../../frameworks/dynamodb.py` knows those of DynamoDB."""

from boto3.session import Session


def client(service_name, **kwargs): ...


def resource(service_name, **kwargs): ...


def setup_default_session(**kwargs): ...
