"""How is DynamoDB's client called in annotations?"""

from boto3.dynamodb import Client as DynamoDBClient
