from django.contrib import admin

from shop.inventory.models import PurchaseLine, PurchaseOrder, Stock, Supplier, Warehouse
from shop.inventory.services import receive


@admin.register(Warehouse)
class WarehouseAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "is_default"]

    def save_model(self, request, obj, form, change):
        if obj.is_default:
            Warehouse.objects.exclude(pk=obj.pk).update(is_default=False)
        super().save_model(request, obj, form, change)


@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):
    list_display = ["product", "warehouse", "on_hand", "reserved"]
    readonly_fields = ["on_hand", "reserved"]
    list_select_related = ["product", "warehouse"]


class PurchaseLineInline(admin.TabularInline):
    model = PurchaseLine
    extra = 1


@admin.register(PurchaseOrder)
class PurchaseOrderAdmin(admin.ModelAdmin):
    inlines = [PurchaseLineInline]
    list_display = ["__str__", "supplier", "status"]
    actions = ["receive_all"]

    @admin.action(description="Received in full")
    def receive_all(self, request, queryset):
        for purchase in queryset.exclude(status=PurchaseOrder.Status.RECEIVED):
            receive(purchase)


admin.site.register(Supplier)
