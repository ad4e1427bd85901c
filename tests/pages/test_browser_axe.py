"""axe finds nothing on any page: light, dark and at the width of a phone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"width": 390, "has_touch": True},
}


def addresses(desk: Any) -> list[str]:
    entry = desk.entry(firmness="agreed")["id"]
    desk.ask(f"/api/entries/{entry}/confirm", {})
    desk.ask(f"/api/entries/{desk.entry(kind='claim')['id']}/reject", {"reason": "no"})
    return [
        "/",
        "/entries/?kind=commitment&sort=due",
        "/entries/?q=nowhere",
        "/documents/",
        f"/documents/{desk.ids['meeting']}/#e-{entry}",
        f"/documents/{desk.ids['hostile']}/",
        f"/entries/{entry}/",
        f"/entries/{entry}/correct/",
        f"/entries/{entry}/reject/",
        "/between/",
        "/between/PAK/USA/",
        "/between/PAK/USA/channels/law-enforcement-dialogue/",
        f"/compare/?document={desk.ids['meeting']}",
        f"/compare/?document={desk.ids['meeting']}&document={desk.ids['coming']}&document={desk.ids['hostile']}",
        "/briefing/?side=PAK&other=USA",
        "/briefing/?side=PAK&other=PAK",
        "/api/docs",
        "/nowhere",
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(desk: Any, look: str) -> None:
    # axe runs as a script in the page, which our policy forbids; test_browser_policy.py looks with the policy on.
    page, axe = desk.page(bypass_csp=True, **LOOKS[look]), Axe()
    for address in addresses(desk):
        page.goto(address)
        found = axe.run(page)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"


def test_axe_finds_nothing_in_open_forms_and_the_help(desk: Any) -> None:
    page = desk.page(bypass_csp=True)
    page.goto(f"/documents/{desk.ids['meeting']}/")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("form.correction")
    page.fill("textarea[name=quote]", "words that stand nowhere")
    page.click("text=Correct and confirm")
    page.wait_for_selector("[data-errors]")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Escape")
    page.wait_for_selector("form.correction", state="detached")
    page.keyboard.press("?")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
