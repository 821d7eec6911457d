"""What do live settings read and write?  Each is kept where the settings say: in a table, in Redis, in memory."""

from constance.base import Config

config = Config()
