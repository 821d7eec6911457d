"""What does a slug that is made of another field read? Whether a row has it already, each time a row is saved."""

from autoslug.fields import AutoSlugField
