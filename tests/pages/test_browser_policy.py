"""With the content security policy on: no violation, no request to another machine, no error, on any page or deed."""

from typing import Any

import pytest

from tests.pages.browser import settle

pytestmark = pytest.mark.browser
WATCH = "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"


def watched(desk: Any) -> tuple[Any, list[str]]:
    """A page, and all that goes wrong in it."""
    page, wrong = desk.page(), []
    page.add_init_script(WATCH)
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed {request.url}"))
    page.on("request", lambda request: None if request.url.startswith(desk.url) else wrong.append(request.url))
    return page, wrong


def test_every_page_keeps_to_the_policy(desk: Any) -> None:
    page, wrong = watched(desk)
    entry = desk.entry(firmness="agreed")["id"]
    documents = [f"/documents/{id_}/" for id_ in desk.ids.values()]
    pages = ["/", "/entries/", "/documents/", "/between/", "/between/PAK/USA/", "/briefing/", "/api/docs", *documents]
    pages += [f"/compare/?document={desk.ids['meeting']}&document={desk.ids['coming']}", "/compare/"]
    pages += ["/between/PAK/USA/channels/law-enforcement-dialogue/"]
    for address in [*pages, *(f"/entries/{entry}/{what}" for what in ("", "correct/", "reject/"))]:
        page.goto(address)
        settle(page)
        assert not wrong, (address, wrong)


def test_every_deed_keeps_to_the_policy(desk: Any) -> None:
    page, wrong = watched(desk)
    page.goto(f"/documents/{desk.ids['meeting']}/")
    for key, state in (("j", "proposed"), ("a", "confirmed"), ("u", "proposed")):
        page.keyboard.press(key)
        page.wait_for_selector(f".card.is-current[data-state={state}]")
    page.keyboard.press("e")
    page.wait_for_selector("form.correction")
    page.keyboard.press("Escape")
    page.wait_for_selector("form.correction", state="detached")
    page.keyboard.press("r")
    page.check("text=It is told elsewhere in the document")
    page.click("form.inside button:has-text('Reject')")
    page.wait_for_selector("#status:has-text('Rejected')")
    page.click("text=Dark")
    page.set_viewport_size({"width": 390, "height": 800})
    settle(page)
    assert not wrong


def test_a_script_in_the_page_would_be_stopped(desk: Any) -> None:
    """The watch itself works: what the policy forbids is seen."""
    page, wrong = watched(desk)
    page.goto("/")
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s)"
    )
    settle(page)
    assert page.evaluate("window.ran") is None
    assert any("policy: script-src" in told for told in wrong)
