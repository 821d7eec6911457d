"""Which tables does the package bring that serves Piccolo over HTTP?"""
