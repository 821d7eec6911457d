"""Which names does `sorl.thumbnail` offer?"""

from sorl.thumbnail.fields import ImageField
from sorl.thumbnail.shortcuts import delete, get_thumbnail
