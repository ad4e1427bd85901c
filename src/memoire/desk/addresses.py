"""Addresses of the same page, asked otherwise."""

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict


def with_changes(query: QueryDict, **changes: str) -> str:
    """The query with these values; an empty one falls away."""
    changed = query.copy()
    for name, value in changes.items():
        changed[name] = value
        if not value:
            del changed[name]
    return "?" + changed.urlencode()


def neighbours(query: QueryDict, page: Page[Any]) -> dict[str, str | None]:
    """Where the page before and the page after stand."""
    return {
        "previous": with_changes(query, page=str(page.previous_page_number())) if page.has_previous() else None,
        "next": with_changes(query, page=str(page.next_page_number())) if page.has_next() else None,
    }
