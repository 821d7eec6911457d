from webargs.core import Parser


class FlaskParser(Parser):
    pass


parser = FlaskParser()
use_args = parser.use_args
use_kwargs = parser.use_kwargs
