"""What does an index of a table give?  What its model does."""


class Index:
    pass


class GlobalSecondaryIndex(Index):
    pass


class LocalSecondaryIndex(Index):
    pass
