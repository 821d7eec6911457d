"""What is a session of aioboto3?  One of boto3, whose clients and resources are entered."""

from boto3.session import Session
