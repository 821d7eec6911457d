"""Which packages of advanced-alchemy are there?"""

from advanced_alchemy import base, config, extensions, mixins, repository, service
