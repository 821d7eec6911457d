"""Which methods of a document run around its writes?  Those that wait for these events."""

Insert = "INSERT"
Replace = "REPLACE"
Save = "SAVE"
SaveChanges = "SAVE_CHANGES"
ValidateOnSave = "VALIDATE_ON_SAVE"
Delete = "DELETE"
Update = "UPDATE"
Before = "BEFORE"
After = "AFTER"


class EventTypes:
    INSERT = "INSERT"
    REPLACE = "REPLACE"
    SAVE = "SAVE"
    SAVE_CHANGES = "SAVE_CHANGES"
    VALIDATE_ON_SAVE = "VALIDATE_ON_SAVE"
    DELETE = "DELETE"
    UPDATE = "UPDATE"


class ActionDirections:
    BEFORE = "BEFORE"
    AFTER = "AFTER"


def before_event(*args):
    return lambda function: function


def after_event(*args):
    return lambda function: function
