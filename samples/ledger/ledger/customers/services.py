from sqlalchemy import func, select, update

from ledger.customers.models import Address, Customer
from ledger.errors import ConflictError, NotFoundError


def register(session, name, email, address=None):
    number = 1000 + session.scalar(select(func.count(Customer.id)))
    customer = Customer(number=f"C{number}", name=name, email=email)
    if address:
        customer.addresses.append(Address(**address))
    session.add(customer)
    session.commit()
    return customer


def move(session, customer_id, address):
    """The old addresses go, the new one comes."""
    customer = find(session, customer_id)
    customer.addresses = [Address(**address)]
    session.commit()


def block(session, customer_ids):
    session.execute(update(Customer).where(Customer.id.in_(customer_ids)).values(blocked=True))
    session.commit()


def forget(session, customer_id):
    session.delete(find(session, customer_id))
    session.commit()


def find(session, customer_id):
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise NotFoundError(f"no customer {customer_id}")
    return customer


def may_order(session, customer_id):
    if find(session, customer_id).blocked:
        raise ConflictError(f"customer {customer_id} is blocked")
