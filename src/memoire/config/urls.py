"""Addresses: the desk's pages, and the API under /api/."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("memoire.api.urls")),
    path("", include("memoire.desk.urls")),
]
