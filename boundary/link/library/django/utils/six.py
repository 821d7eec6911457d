from six import *
