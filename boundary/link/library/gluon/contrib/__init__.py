"""What others added to web2py."""
