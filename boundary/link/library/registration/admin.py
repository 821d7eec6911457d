"""What do the actions of the admin of registrations write?"""

from django.contrib import admin
from django.contrib.sites.shortcuts import get_current_site
from registration.models import RegistrationProfile


class RegistrationAdmin(admin.ModelAdmin):
    actions = ["activate_users", "resend_activation_email"]

    def activate_users(self, request, queryset):
        site = get_current_site(request)
        for profile in queryset:
            RegistrationProfile.objects.activate_user(profile.activation_key, site)

    def resend_activation_email(self, request, queryset):
        site = get_current_site(request)
        for profile in queryset:
            RegistrationProfile.objects.resend_activation_mail(profile.user.email, site, request)
