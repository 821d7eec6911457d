from django.contrib import admin, messages

from shop.orders.checkout import cancel_order
from shop.orders.models import Event, Order, OrderLine


class OrderLineInline(admin.TabularInline):
    model = OrderLine
    extra = 0
    raw_id_fields = ["product"]


class EventInline(admin.TabularInline):
    model = Event
    extra = 0
    can_delete = False
    readonly_fields = ["recorded_at", "text", "user"]


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["number", "customer", "status", "total"]
    list_filter = ["status"]
    inlines = [OrderLineInline, EventInline]
    raw_id_fields = ["customer", "cart"]
    actions = ["cancel"]

    @admin.action(description="Cancel")
    def cancel(self, request, queryset):
        for order in queryset.open():
            try:
                cancel_order(order, by=request.user, reason="the shop cancelled")
            except ValueError as error:
                self.message_user(request, str(error), messages.ERROR)
