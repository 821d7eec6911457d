"""The reports that the ORM was too slow for."""

from django.db import connection, transaction

BEST_CUSTOMERS = """
    SELECT c.name, COUNT(DISTINCT o.id) AS orders, SUM(i.total) AS revenue
      FROM accounts_customer c
      JOIN orders_order o ON o.customer_id = c.id
      LEFT JOIN bill_invoice i ON i.order_id = o.id
     WHERE o.created_at >= %s
  GROUP BY c.id, c.name
  ORDER BY revenue DESC
     LIMIT %s
"""

FILL_DAILY_SALES = """
    INSERT INTO reports_dailysales (day, orders, revenue)
    SELECT DATE(created_at), COUNT(*), SUM(total)
      FROM orders_order
     WHERE status <> 'cancelled'
  GROUP BY DATE(created_at)
"""


def best_customers(since, limit=20):
    """Who bought most since a day."""
    with connection.cursor() as cursor:
        cursor.execute(BEST_CUSTOMERS, [since, limit])
        return cursor.fetchall()


@transaction.atomic
def refresh_daily_sales():
    """Count all days anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM reports_dailysales")
        cursor.execute(FILL_DAILY_SALES)
        return cursor.rowcount


def refresh_product_sales(status):
    """Count what was sold of each product; the table is small enough to be replaced."""
    table = "reports_productsales"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")
        cursor.execute(
            f"INSERT INTO {table} (sku, pieces, revenue, counted_at)"
            " SELECT p.sku, SUM(l.quantity), SUM(l.quantity * l.unit_price), CURRENT_TIMESTAMP"
            " FROM orders_order_line l"
            " JOIN orders_order o ON o.id = l.order_id"
            " JOIN catalogue_product p ON p.id = l.product_id"
            " WHERE o.status <> %s GROUP BY p.sku",
            [status],
        )


def stock_value():
    """What lies on the shelves, at selling prices."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH shelf AS (
                SELECT product_id, SUM(on_hand) AS pieces FROM inv_stock GROUP BY product_id
            )
            SELECT p.sku, shelf.pieces, shelf.pieces * p.price
              FROM shelf JOIN catalogue_product p ON p.id = shelf.product_id
             WHERE shelf.pieces > 0
            """
        )
        return cursor.fetchall()
