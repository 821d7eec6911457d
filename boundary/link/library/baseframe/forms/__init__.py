from wtforms import *

from baseframe.forms.form import Form, RecaptchaForm
