"""What has been written with a query?"""


class UpdateResponse:
    UPDATE_RESULT = "UPDATE_RESULT"
    OLD_DOCUMENT = "OLD_DOCUMENT"
    NEW_DOCUMENT = "NEW_DOCUMENT"


class WriteQuery:
    def __await__(self): ...
