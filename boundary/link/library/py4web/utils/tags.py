"""An old place of tags."""

from pydal.tools.tags import Tags
