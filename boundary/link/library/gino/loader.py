"""Of which class are loaded rows?  The first that a loader is given."""


def ModelLoader(model, *columns, **extras):
    return model


class ColumnLoader:
    pass


class TupleLoader:
    pass


class CallableLoader:
    pass


class ValueLoader:
    pass
