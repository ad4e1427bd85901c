"""Pieces that htmx swaps: nothing jumps. And the same deeds without JavaScript."""

from typing import Any

import pytest

from tests.pages.browser import settle

pytestmark = pytest.mark.browser
PLACES = """() => [scrollY, ...[...document.querySelectorAll('[data-start], h1, .tally')]
  .map(e => Math.round(e.getBoundingClientRect().top))]"""


@pytest.mark.parametrize("width", [1280, 390])
def test_text_and_window_stay_where_they_are(desk: Any, width: int) -> None:
    page = desk.open_document(width=width)
    for _ in range(3):
        page.keyboard.press("j")
    settle(page)
    before = page.evaluate(PLACES)
    at = page.evaluate("document.activeElement.getBoundingClientRect().top")
    for key, state in (("a", "confirmed"), ("u", "proposed")):
        page.keyboard.press(key)
        page.wait_for_selector(f".card.is-current[data-state={state}]")
        settle(page)
        assert page.evaluate(PLACES) == before
        assert abs(page.evaluate("document.activeElement.getBoundingClientRect().top") - at) <= 1


def test_the_focus_is_never_lost_not_even_by_the_undo_of_the_status_line(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector("#status-undo button")
    page.focus("#status-undo button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.is-current[data-state=proposed]")
    settle(page)
    assert page.evaluate("document.activeElement.closest('.card')?.classList.contains('is-current')")


def test_a_refusal_is_told_in_the_status_line_and_the_page_stays(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.closest('[data-entry]').dataset.entry")
    desk.ask(f"/api/entries/{first}/confirm", {})
    page.keyboard.press("a")
    page.wait_for_selector("#status:has-text('Not done.')")
    assert "it is confirmed already" in page.inner_text("#status")
    assert page.locator(".card").count() == 8


def test_a_desk_that_does_not_answer_is_told(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("j")
    page.route("**/confirm/", lambda route: route.abort())
    page.keyboard.press("a")
    page.wait_for_selector("#status:has-text('Not done: the desk does not answer')")


def test_the_status_line_is_announced_politely(desk: Any) -> None:
    page = desk.open_document()
    assert page.get_attribute("#status", "role") == "status"
    page.keyboard.press("j")
    page.evaluate("() => { window.line = document.getElementById('status'); }")
    page.keyboard.press("a")
    page.wait_for_selector("#status:has-text('Confirmed')")
    assert page.evaluate("window.line === document.getElementById('status')")  # the region itself was not swapped


def test_without_javascript_everything_can_be_done_and_undone(desk: Any) -> None:
    page = desk.open_document(java_script_enabled=False)
    id_ = desk.entry(kind="request")["id"]
    card = page.locator(f"#e-{id_}")
    card.locator("text=Confirm").click()
    assert page.url.endswith(f"#e-{id_}")
    assert page.inner_text("#status").startswith("Confirmed: send trainers")
    page.click("#status-undo >> text=Undo")
    assert page.inner_text("#status").startswith("Undone: send trainers")
    page.locator(f"#e-{id_}").locator("text=Correct").click()
    page.select_option("select[name=polarity]", "-")
    page.click("text=Correct and confirm")
    assert page.inner_text("#status").startswith("Corrected")
    entry = desk.ask(f"/api/entries/{id_}")
    assert (entry["state"], entry["polarity"]) == ("confirmed", "-")
    page.locator(f"#e-{id_}").locator("text=Reject").click()
    page.check("text=It is told elsewhere in the document")
    page.click("form.inside button:has-text('Reject')")
    assert page.locator(f"#e-{id_}").get_attribute("data-state") == "rejected"
    page.click("text=Dark")
    assert page.get_attribute("html", "data-theme") == "dark"


def test_the_paper_is_changed_on_the_spot_and_kept(desk: Any) -> None:
    page = desk.open("/", color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.evaluate("() => { window.same = true; }")
    page.click("text=Dark")
    assert page.evaluate("window.same")  # no new page
    dark = page.evaluate(ground)
    assert dark != light
    assert page.get_attribute("button:has-text('Dark')", "aria-pressed") == "true"
    page.goto("/documents/")
    assert page.evaluate(ground) == dark
    page.click("text=As the system")
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark


def test_the_side_is_chosen_on_today(desk: Any) -> None:
    page = desk.open("/")
    page.select_option("#side", "USA")
    page.click("text=Change side")
    assert "Ours: owed by United States" in page.inner_text("main")
