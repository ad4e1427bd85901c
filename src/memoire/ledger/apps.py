"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Tables of the ledger, and the actions that write them."""

    name = "memoire.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
