"""What is written when an organization is made?  It, its first user, and that user as the owner."""


def default_org_model():
    from organizations.models import Organization

    return Organization


def create_organization(
    user, name, slug=None, is_active=None, org_defaults=None, org_user_defaults=None, model=None, org_model=None, **kwargs
):
    org_model = model or org_model or default_org_model()
    organization = org_model.objects.create(name=name)
    new_user = org_model._org_user_model.objects.create(organization=organization, user=user)
    org_model._org_owner_model.objects.create(organization=organization, organization_user=new_user)
    return organization
