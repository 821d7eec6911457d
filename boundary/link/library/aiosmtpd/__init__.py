"""Which servers of mail does `aiosmtpd` offer?  See `controller`."""
