from django.core.mail import send_mail

from shop.billing.models import Invoice
from shop.core.tasks import shared_task


@shared_task
def mail_invoice(invoice_id):
    invoice = Invoice.objects.select_related("customer__user").get(pk=invoice_id)
    lines = "\n".join(f"{line.quantity} {line.text}: {line.amount}" for line in invoice.lines.all())
    send_mail(f"Invoice {invoice.number}", lines, None, [invoice.customer.user.email])


@shared_task
def mail_reminder(invoice_id):
    invoice = Invoice.objects.select_related("customer__user").get(pk=invoice_id)
    send_mail(f"Reminder {invoice.reminders}", f"{invoice.balance} are due.", None, [invoice.customer.user.email])


@shared_task
def tell_orders(order_id):
    from shop.orders.tasks import paid

    paid(order_id)
