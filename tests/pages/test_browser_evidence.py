"""Evidence of a commitment decided without a mouse, and the marks of a drawing walked through with arrow keys."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.test_browser_axe import LOOKS
from tests.pages.test_browser_policy import watched

pytestmark = pytest.mark.browser


@pytest.fixture
def lives(desk: Any) -> Any:
    """The desk with the later reports of lives.py."""
    desk.ask("/fresh/lives")
    return desk


def promise(lives: Any) -> str:
    return str(lives.entry(firmness="agreed")["id"])


def focused(page: Any) -> str | None:
    found: str | None = page.evaluate("document.activeElement.closest('[data-entry]')?.dataset.entry ?? null")
    return found


def test_proposals_are_walked_through_accepted_rejected_and_taken_back(lives: Any) -> None:
    page, wrong = watched(lives)
    page.goto(f"/entries/{promise(lives)}/")
    order = page.eval_on_selector_all("[data-waits]", "cards => cards.map(card => card.dataset.entry)")
    assert len(order) == 3
    for link in order:
        page.keyboard.press("j")
        assert focused(page) == link
    page.keyboard.press("k")
    page.keyboard.press("k")
    first, second = order[:2]
    assert focused(page) == first
    page.keyboard.press("a")
    page.wait_for_selector(f"#e-{first}[data-state=confirmed]")
    assert page.inner_text("#status").startswith("Accepted as evidence")
    assert focused(page) == first
    page.keyboard.press("u")
    page.wait_for_selector(f"#e-{first}[data-state=proposed]")
    assert focused(page) == first
    page.keyboard.press("j")
    assert focused(page) == second
    page.keyboard.press("r")
    page.wait_for_selector("form.inside")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.press("Escape")
    page.wait_for_selector("form.inside", state="detached")
    assert focused(page) == second
    page.keyboard.press("r")
    page.wait_for_selector("form.inside")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#status:has-text('Rejected as evidence')")
    assert focused(page) not in (None, second)  # the next that waits
    page.keyboard.press("u")
    page.wait_for_selector(f"#e-{second}[data-state=proposed]")
    page.keyboard.press("?")
    assert "next proposal of evidence" in page.inner_text("#keys-help")
    assert not wrong


def test_with_no_proposal_chosen_the_keys_mean_the_entry(lives: Any) -> None:
    page = lives.open(f"/entries/{promise(lives)}/")
    page.keyboard.press("a")
    page.wait_for_selector("#entry[data-state=confirmed]")
    assert page.inner_text("#status").startswith("Confirmed")


def test_closing_in_place_keeps_the_focus_and_the_policy(lives: Any) -> None:
    page, wrong = watched(lives)
    page.goto(f"/entries/{promise(lives)}/")
    page.focus("#decide")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.deciding")
    assert page.evaluate("document.activeElement.name") == "outcome"
    page.click("text=Close it")
    page.wait_for_selector("[data-errors]")
    assert page.evaluate("document.activeElement.matches('[data-errors]')")
    page.select_option("[name=outcome]", "kept-late")
    page.fill("[name=reason]", "told as held")
    page.check("[name=evidence] >> nth=0")
    page.click("text=Close it")
    page.wait_for_selector("#status:has-text('Closed as kept late')")
    page.wait_for_selector("#decide:has-text('Take back')")
    assert page.evaluate("document.activeElement.id") == "decide"
    assert not [told for told in wrong if "422" not in told]  # the browser notes the form that was refused


def test_arrow_keys_walk_through_the_drawing_which_is_one_stop(lives: Any) -> None:
    page = lives.open("/between/PAK/USA/")
    assert page.locator("[data-lanes] a[tabindex='0']").count() == 1
    page.focus("[data-lanes] a[tabindex='0']")
    here = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    there = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert there != here
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == here
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('[data-lane]') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/*/")


def test_on_a_phone_only_the_drawing_scrolls_sideways(lives: Any) -> None:
    for address in ("/between/PAK/USA/", f"/entries/{promise(lives)}/"):
        page = lives.open(address, width=390, has_touch=True)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(lives: Any, look: str) -> None:
    entry, claim = promise(lives), lives.entry(kind="claim")["id"]
    page = lives.page(bypass_csp=True, **LOOKS[look])
    page.goto(f"/entries/{entry}/")
    waiting = page.eval_on_selector_all("[data-waits]", "cards => cards.map(card => card.dataset.entry)")
    places = [f"/entries/{entry}/{what}" for what in ("test/", "due/", "close/", "?as_of=2024-09-01")]
    places += [f"/entries/{claim}/", f"/links/{waiting[0]}/reject/", "/", "/between/PAK/USA/"]
    for address in places:
        page.goto(address)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
    page.goto(f"/entries/{entry}/")
    for _ in waiting:
        page.keyboard.press("j")
        chosen = focused(page)
        page.keyboard.press("a")
        page.wait_for_selector(f"#e-{chosen}[data-state=confirmed]")
    assert page.locator(".slip-done").count() == 1
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
