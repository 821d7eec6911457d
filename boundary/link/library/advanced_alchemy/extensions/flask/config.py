"""Where else do the configurations of sessions stand?  Here, too, as their packages give them by a shorter name."""

from advanced_alchemy.config import SQLAlchemyAsyncConfig, SQLAlchemySyncConfig
