"""Which methods of an OAuth provider's validator does oauthlib call, and when?  The grants of `oauth2/rfc6749`."""
