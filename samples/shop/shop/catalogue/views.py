from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, DeleteView, DetailView, FormView, ListView

from shop.catalogue import services
from shop.catalogue.forms import AttributeFormSet, PriceForm, ProductForm, ReviewForm
from shop.catalogue.models import Category, PhysicalProduct, Product, Review
from shop.core.views import StaffRequiredMixin, TitleMixin


class ProductListView(TitleMixin, ListView):
    template_name = "shop/list.html"
    paginate_by = 24
    title = "All products"

    def get_queryset(self):
        products = Product.live.select_related("brand").prefetch_related("tags__tag")
        if "category" in self.kwargs:
            category = get_object_or_404(Category, slug=self.kwargs["category"])
            products = products.in_category(category)
        if words := self.request.GET.get("q"):
            products = products.search(words)
        return products


class ProductDetailView(TitleMixin, DetailView):
    queryset = Product.live.all()
    slug_field = slug_url_kwarg = "sku"
    template_name = "shop/detail.html"


class ProductCreateView(StaffRequiredMixin, TitleMixin, CreateView):
    model = PhysicalProduct
    form_class = ProductForm
    template_name = "shop/form.html"
    title = "A new product"
    success_url = reverse_lazy("catalogue:product-list")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("formset", AttributeFormSet())
        return super().get_context_data(**kwargs)

    def form_valid(self, form):
        formset = AttributeFormSet(self.request.POST)
        if not formset.is_valid():
            return self.render_to_response(self.get_context_data(form=form, formset=formset))
        with transaction.atomic():
            self.object = form.save()
            formset.instance = self.object
            formset.save()
        return redirect(self.get_success_url())


class PriceView(StaffRequiredMixin, TitleMixin, FormView):
    form_class = PriceForm
    template_name = "shop/form.html"
    title = "A new price"

    @transaction.atomic
    def form_valid(self, form):
        product = get_object_or_404(Product.objects.select_for_update(), sku=self.kwargs["sku"])
        product.change_price(form.cleaned_data["price"])
        return redirect(product)


class CategoryDeleteView(StaffRequiredMixin, TitleMixin, DeleteView):
    model = Category
    template_name = "shop/confirm.html"
    success_url = reverse_lazy("catalogue:product-list")


class ReviewCreateView(LoginRequiredMixin, TitleMixin, CreateView):
    model = Review
    form_class = ReviewForm
    template_name = "shop/form.html"

    def form_valid(self, form):
        form.instance.author = self.request.user
        form.instance.product = get_object_or_404(Product.live, sku=self.kwargs["sku"])
        self.success_url = form.instance.product.get_absolute_url()
        with transaction.atomic():
            return super().form_valid(form)


@login_required
@require_POST
@transaction.atomic
def delete_review(request, pk):
    review = get_object_or_404(Review, pk=pk, author=request.user)
    product = review.product
    review.delete()
    return redirect(product)


@login_required
@require_POST
def publish_product(request, sku):
    product = get_object_or_404(Product, sku=sku)
    services.publish(product)
    return redirect(product)
