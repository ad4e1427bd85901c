"""Addresses of the desk."""

from django.urls import path

from memoire.desk import (
    accept,
    briefing,
    card,
    channel,
    compare,
    confirm,
    correct,
    deciding,
    decline,
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
    path("entries/<slug:entry_id>/test/", deciding.write_test, name="test"),
    path("entries/<slug:entry_id>/due/", deciding.set_due, name="due"),
    path("entries/<slug:entry_id>/close/", deciding.close, name="close"),
    path("entries/<slug:entry_id>/reopen/", deciding.reopen, name="reopen"),
    path("links/<slug:link_id>/accept/", accept.accept, name="accept"),
    path("links/<slug:link_id>/reject/", decline.decline, name="decline"),
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
