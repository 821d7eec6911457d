"""web2py: applications whose models and controllers are executed in one namespace."""
