"""The web desk as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages, templates and the files they need."""

    name = "memoire.desk"
    label = "desk"
