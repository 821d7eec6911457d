"""What does advanced-alchemy offer in Litestar?  The same repositories and services; a request commits if told so."""

from advanced_alchemy import base, mixins, repository, service
from advanced_alchemy.base import *
from advanced_alchemy.config import SQLAlchemyAsyncConfig, SQLAlchemySyncConfig
from advanced_alchemy.extensions.litestar import providers
from advanced_alchemy.config import autocommit_before_send_handler as async_autocommit_before_send_handler
from advanced_alchemy.config import autocommit_before_send_handler as sync_autocommit_before_send_handler
from advanced_alchemy.config import autocommit_handler_maker as async_autocommit_handler_maker
from advanced_alchemy.config import autocommit_handler_maker as sync_autocommit_handler_maker
