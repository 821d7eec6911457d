"""Which pages of the admin does django CMS have?"""
