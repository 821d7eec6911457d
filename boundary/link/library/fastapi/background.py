from starlette.background import *
