"""What do operations on documents raise?"""


class MongoEngineException(Exception):
    pass


class NotRegistered(MongoEngineException):
    pass


class InvalidDocumentError(MongoEngineException):
    pass


class LookUpError(AttributeError):
    pass


class DoesNotExist(MongoEngineException):
    pass


class MultipleObjectsReturned(MongoEngineException):
    pass


class InvalidQueryError(MongoEngineException):
    pass


class OperationError(MongoEngineException):
    pass


class NotUniqueError(OperationError):
    pass


class BulkWriteError(OperationError):
    pass


class SaveConditionError(OperationError):
    pass


class FieldDoesNotExist(MongoEngineException):
    pass


class ValidationError(AssertionError):
    def __init__(self, message="", **kwargs): ...


class DeprecatedError(MongoEngineException):
    pass
