from django.contrib import admin, messages

from shop.catalogue.models import Attribute, Brand, Category, PhysicalProduct, Placement, Product, Review


class AttributeInline(admin.TabularInline):
    model = Attribute
    extra = 0


class PlacementInline(admin.TabularInline):
    model = Placement
    extra = 0


@admin.register(PhysicalProduct)
class PhysicalProductAdmin(admin.ModelAdmin):
    list_display = ["sku", "name", "status", "price"]
    list_filter = ["status", "brand"]
    search_fields = ["sku", "name"]
    inlines = [AttributeInline, PlacementInline]
    exclude = ["related"]
    actions = ["publish", "discontinue"]

    @admin.action(description="Publish")
    def publish(self, request, queryset):
        changed = queryset.update(status=Product.Status.PUBLISHED)
        self.message_user(request, f"{changed} published", messages.SUCCESS)

    @admin.action(description="Discontinue")
    def discontinue(self, request, queryset):
        for product in queryset:
            product.status = Product.Status.DISCONTINUED
            product.save()
            self.log_change(request, product, "discontinued")

    def save_model(self, request, obj, form, change):
        if change and "price" in form.changed_data:
            obj.price_changes.create(old=form.initial["price"], new=obj.price)
        super().save_model(request, obj, form, change)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "position"]
    prepopulated_fields = {"slug": ["name"]}


class ReviewAdmin(admin.ModelAdmin):
    list_display = ["product", "stars", "created_at"]

    def has_add_permission(self, request):
        return False


admin.site.register(Brand)
admin.site.register(Review, ReviewAdmin)
