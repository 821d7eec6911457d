from webargs.core import Parser


class PyramidParser(Parser):
    pass


parser = PyramidParser()
use_args = parser.use_args
use_kwargs = parser.use_kwargs
