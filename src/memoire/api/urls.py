"""Addresses of the API."""

from django.urls import path

from memoire.api import docs
from memoire.api.service import api

urlpatterns = [
    path("docs", docs.show, name="api-docs"),
    path("", api.urls),
    path("<path:rest>", docs.not_found),
]
