"""What does a document become that is made of another one?  A new one of the DocType that the mapping names."""


def get_mapped_doc(from_doctype, from_docname, table_maps, target_doc=None, postprocess=None, *args, **kwargs): ...
