from flask.scaffold import AppGroup, FlaskGroup, with_appcontext
