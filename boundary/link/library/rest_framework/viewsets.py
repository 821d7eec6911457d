"""Which actions does a viewset have? The standard ones that it defines, and those marked with `@action`."""

from rest_framework import generics, mixins, views
from rest_framework.decorators import action


class ViewSetMixin:
    detail = None
    action = __unknown__

    @classmethod
    def as_view(cls, actions=None, **initkwargs):
        cls.__routed__(actions)

        def view(request, *args, **kwargs):
            self = cls(**initkwargs)
            self.action_map = actions
            self.setup(request, *args, **kwargs)
            return self.dispatch(request, *args, **kwargs)

        view.cls = cls
        view.actions = actions
        return view

    def _handle(self, request, *args, **kwargs):
        if self.__answers__("list"):
            return getattr(self.__in_action__("list"), "list", self.http_method_not_allowed)(request, *args, **kwargs)
        if "post" in self.http_method_names and self.__answers__("create"):
            return getattr(self.__in_action__("create"), "create", self.http_method_not_allowed)(request, *args, **kwargs)
        if self.__answers__("retrieve"):
            view = self.__in_action__("retrieve")
            return getattr(view, "retrieve", self.http_method_not_allowed)(request, *args, **kwargs)
        if "put" in self.http_method_names and self.__answers__("update"):
            return getattr(self.__in_action__("update"), "update", self.http_method_not_allowed)(request, *args, **kwargs)
        if "patch" in self.http_method_names and self.__answers__("partial_update"):
            view = self.__in_action__("partial_update")
            return getattr(view, "partial_update", self.http_method_not_allowed)(request, *args, **kwargs)
        if "delete" in self.http_method_names and self.__answers__("destroy"):
            view = self.__in_action__("destroy")
            return getattr(view, "destroy", self.http_method_not_allowed)(request, *args, **kwargs)
        return self.__call_decorated__(action, request, *args, **kwargs)

    def initialize_request(self, request, *args, **kwargs):
        return super().initialize_request(request, *args, **kwargs)

    def reverse_action(self, url_name, *args, **kwargs):
        return __unknown__

    @classmethod
    def get_extra_actions(cls):
        return []


class ViewSet(ViewSetMixin, views.APIView):
    pass


class GenericViewSet(ViewSetMixin, generics.GenericAPIView):
    pass


class ReadOnlyModelViewSet(mixins.RetrieveModelMixin, mixins.ListModelMixin, GenericViewSet):
    pass


class ModelViewSet(
    mixins.CreateModelMixin,
    mixins.RetrieveModelMixin,
    mixins.UpdateModelMixin,
    mixins.DestroyModelMixin,
    mixins.ListModelMixin,
    GenericViewSet,
):
    pass
