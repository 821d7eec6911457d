"""MongoDB by pymongo, and by Motor and Flask-PyMongo, which hand its classes on."""
