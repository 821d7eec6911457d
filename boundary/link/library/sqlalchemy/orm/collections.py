from sqlalchemy.orm.query import Collection

InstrumentedList = InstrumentedSet = InstrumentedDict = Collection


def attribute_mapped_collection(name):
    pass


attribute_keyed_dict = column_mapped_collection = mapped_collection = attribute_mapped_collection
column_keyed_dict = keyfunc_mapping = attribute_mapped_collection
