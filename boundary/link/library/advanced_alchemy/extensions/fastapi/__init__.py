"""What does advanced-alchemy offer in Fastapi?  The same repositories and services; a request commits if told so."""

from advanced_alchemy import base, mixins, repository, service
from advanced_alchemy.base import *
from advanced_alchemy.config import SQLAlchemyAsyncConfig, SQLAlchemySyncConfig
from advanced_alchemy.extensions.litestar import providers
