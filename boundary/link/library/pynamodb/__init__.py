"""What is pynamodb?  Models of DynamoDB's tables: `../../frameworks/pynamodb.py`."""
