"""What does a login by OpenID Connect read and write?  The user of the claims, who is made at the first login."""
