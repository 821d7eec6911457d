from werkzeug.wrappers import Response
