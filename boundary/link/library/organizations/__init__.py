"""What do django-organizations offer?  Models of organizations, their users, owners and invitations."""
