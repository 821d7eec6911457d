from pydantic import BaseModel


class Schema(BaseModel): ...


class FilterSchema(Schema):
    def filter(self, queryset):
        return queryset.filter(__unknown__)
