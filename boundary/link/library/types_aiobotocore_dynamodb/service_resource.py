"""How are DynamoDB's tables and resource called in annotations?"""

from boto3.dynamodb import Resource as DynamoDBServiceResource
from boto3.dynamodb import Table
