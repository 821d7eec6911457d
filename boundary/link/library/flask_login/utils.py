from flask_login import *
