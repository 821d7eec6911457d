from webargs.core import Parser


class DjangoParser(Parser):
    pass


parser = DjangoParser()
use_args = parser.use_args
use_kwargs = parser.use_kwargs
