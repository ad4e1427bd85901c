"""Addresses of the desk."""

from django.urls import path

from memoire.desk import (
    briefing,
    card,
    channel,
    compare,
    confirm,
    correct,
    document,
    documents,
    entries,
    entry,
    preferences,
    reject,
    relationship,
    relationships,
    sample,
    today,
    undo,
)  # fmt: skip

app_name = "desk"
urlpatterns = [
    path("", today.show, name="today"),
    path("entries/", entries.show, name="entries"),
    path("entries/<slug:entry_id>/", entry.show, name="entry"),
    path("entries/<slug:entry_id>/card/", card.show, name="card"),
    path("entries/<slug:entry_id>/confirm/", confirm.confirm, name="confirm"),
    path("entries/<slug:entry_id>/correct/", correct.correct, name="correct"),
    path("entries/<slug:entry_id>/reject/", reject.reject, name="reject"),
    path("history/<int:history_id>/undo/", undo.undo, name="undo"),
    path("documents/", documents.show, name="documents"),
    path("documents/<slug:document_id>/", document.show, name="document"),
    path("between/", relationships.show, name="relationships"),
    path("between/<slug:one>/<slug:other>/", relationship.show, name="relationship"),
    path("between/<slug:one>/<slug:other>/channels/<slug:key>/", channel.show, name="channel"),
    path("compare/", compare.show, name="compare"),
    path("briefing/", briefing.show, name="briefing"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("sample/", sample.sample, name="sample"),
]
