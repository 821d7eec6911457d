"""Which forms are made of documents?"""

from flask_mongoengine.wtf.orm import model_form
