"""What does the scan say?  The document that is made of all that was found out."""
