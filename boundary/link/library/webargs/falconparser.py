from webargs.core import Parser


class FalconParser(Parser):
    pass


parser = FalconParser()
use_args = parser.use_args
use_kwargs = parser.use_kwargs
