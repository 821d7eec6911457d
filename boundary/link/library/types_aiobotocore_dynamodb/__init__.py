"""How are DynamoDB's client and resource called in annotations?"""

from boto3.dynamodb import Client as DynamoDBClient
from boto3.dynamodb import Resource as DynamoDBServiceResource
