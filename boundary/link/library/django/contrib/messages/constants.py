"""How urgent is a message?"""

DEBUG = 10
INFO = 20
SUCCESS = 25
WARNING = 30
ERROR = 40
DEFAULT_LEVELS = {}
DEFAULT_TAGS = {}
