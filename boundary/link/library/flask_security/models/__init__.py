"""Classes to be mixed into those of users and roles."""
