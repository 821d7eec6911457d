"""What is oslo.versionedobjects to an application?  Its registry and its objects (`base.py`)."""
