"""Comparisons and channels over the API."""

import pytest

from tests.api.conftest import Api


def test_documents_are_compared_by_the_first_digits_of_their_ids(api: Api, ids: dict[str, str]) -> None:
    found = api.get("compare", document=[ids["meeting"][:8], ids["coming"]]).json()
    assert [one["id"] for one in found["readouts"]] == [ids["meeting"], ids["coming"]]
    assert sum(found["counts"][name] for name in ("all", "some", "one")) == len(found["lines"])
    assert all(len(line["entries"]) == 2 for line in found["lines"])


@pytest.mark.parametrize(
    ("documents", "status"), [([], 422), (["one"], 422), (["abc", "xyz"], 404), (["a"] * 9, 422), (["", ""], 404)]
)
def test_what_cannot_be_compared_is_refused(api: Api, documents: list[str], status: int) -> None:
    answer = api.get("compare", document=documents)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_a_channel_tells_who_promised_what(api: Api) -> None:
    (line,) = api.get("channels/PAK/USA").json()
    found = api.get(f"channels/PAK/USA/{line['key']}").json()
    assert (line["parties"], line["rounds"], line["awaited"]) == (["PAK", "USA"], 0, 1)
    (promised,) = found["promised"]
    assert (promised["due"], promised["held_as"]) == ("2024-10", None)
    assert promised["told"][0]["action"] == "hold a law enforcement dialogue"


def test_two_states_without_a_channel_have_an_empty_list(api: Api) -> None:
    assert api.get("channels/PAK/CAN").json() == []
    assert api.get("channels/PAK/CAN/none").status_code == 404
    assert api.get("channels/PAK/x").status_code == 422
