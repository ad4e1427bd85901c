"""How what is there already is marked."""

from memoire.ledger.tables import DocumentRow


def marking_there(sha256: str) -> str | None:
    """The marking of the document with this fingerprint, which a person may have made stricter; None if it is new."""
    return DocumentRow.objects.filter(sha256=sha256).values_list("marking", flat=True).first()
