from coaster.views.classview import *
from coaster.views.decorators import *
