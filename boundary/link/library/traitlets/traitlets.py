from traitlets import *
