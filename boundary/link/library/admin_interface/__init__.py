"""django-admin-interface: pages of the admin in colours that rows say."""
