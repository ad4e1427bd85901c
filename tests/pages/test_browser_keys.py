"""The desk without a mouse."""

from typing import Any

import pytest

pytestmark = pytest.mark.browser


def focused_entry(page: Any) -> str | None:
    found: str | None = page.evaluate("document.activeElement.closest('[data-entry]')?.dataset.entry ?? null")
    return found


def entries_in_order(desk: Any) -> list[str]:
    return [entry["id"] for entry in desk.entries()]


def test_j_and_k_walk_through_the_entries_in_the_order_of_the_text(desk: Any) -> None:
    page, order = desk.open_document(), entries_in_order(desk)
    for id_ in order:
        page.keyboard.press("j")
        assert focused_entry(page) == id_
        assert page.locator(f".said.is-current[data-of='{id_}']").count() >= 1
    page.keyboard.press("j")  # stays at the last
    assert focused_entry(page) == order[-1]
    page.keyboard.press("k")
    assert focused_entry(page) == order[-2]
    box = page.locator(f"#e-{order[-2]}").bounding_box()
    assert 0 <= box["y"] < 860 - 44  # seen, and not under the status line


def test_accept_undo_reject_and_the_focus_stays_at_the_entry(desk: Any) -> None:
    page, (first, *_) = desk.open_document(), entries_in_order(desk)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector(f"#e-{first}[data-state=confirmed]")
    assert page.inner_text("#status").startswith("Confirmed: hold a law enforcement dialogue")
    assert page.inner_text("#to-review") == "7 entries to review"
    assert focused_entry(page) == first
    page.keyboard.press("u")
    page.wait_for_selector(f"#e-{first}[data-state=proposed]")
    assert page.inner_text("#status").startswith("Undone")
    assert focused_entry(page) == first
    page.keyboard.press("r")
    page.wait_for_selector("form.inside")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#e-{first}[data-state=rejected]")
    assert focused_entry(page) == first
    page.keyboard.press("u")
    page.wait_for_selector(f"#e-{first}[data-state=proposed]")
    deeds = [row["what"] for row in desk.ask(f"/api/entries/{first}/history")]
    assert deeds == ["proposed", "confirmed", "undone", "rejected", "undone"]


def test_edit_is_left_unsent_with_escape_and_letters_typed_in_it_are_letters(desk: Any) -> None:
    page, (first, *_) = desk.open_document(), entries_in_order(desk)
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("form.correction")
    page.focus("textarea[name=action]")
    page.keyboard.type("jarok")
    assert "jarok" in page.input_value("textarea[name=action]")
    page.keyboard.press("Escape")
    page.wait_for_selector("form.correction", state="detached")
    assert focused_entry(page) == first
    assert desk.ask(f"/api/entries/{first}")["state"] == "proposed"


def test_wrong_words_lead_to_the_summary_and_from_there_to_the_field(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("form.correction")
    page.fill("textarea[name=quote]", "words that stand nowhere")
    page.focus("text=Correct and confirm")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-errors]")
    assert page.evaluate("document.activeElement.matches('[data-errors]')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "quote"


def test_o_opens_the_entry_where_the_same_keys_work(desk: Any) -> None:
    page, (first, *_) = desk.open_document(), entries_in_order(desk)
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/entries/{first}/")
    page.keyboard.press("a")
    page.wait_for_selector("#entry[data-state=confirmed]")
    assert page.inner_text("#status").startswith("Confirmed")
    assert page.evaluate("document.activeElement.closest('.buttons') !== null")
    page.keyboard.press("u")
    page.wait_for_selector("#entry[data-state=proposed]")
    assert page.url.endswith(f"/entries/{first}/")


def test_the_help_opens_closes_and_can_switch_the_keys_off(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("?")
    assert page.locator("#keys-help").is_visible()
    page.uncheck("[data-keys-on]")
    page.keyboard.press("Escape")
    assert not page.locator("#keys-help").is_visible()
    page.keyboard.press("j")
    assert focused_entry(page) is None
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert focused_entry(page) is None
    assert not page.locator("#keys-help").is_visible()
    page.click("[data-opens=keys-help]")  # the way back
    page.check("[data-keys-on]")
    page.click("#keys-help button")
    page.keyboard.press("j")
    assert focused_entry(page)


def test_holding_shift_shows_the_keys(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("j")
    key = page.locator(".card.is-current .buttons kbd").first
    assert not key.is_visible()
    page.keyboard.down("Shift")
    assert key.is_visible()
    page.keyboard.up("Shift")
    assert not key.is_visible()


# Everything a person could want to press, that is shown. Of the marks of a drawing one; arrow keys reach the rest.
PRESSABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter(e => e.type !== 'hidden' && !e.disabled && e.getAttribute('tabindex') !== '-1')
  .filter(e => e.checkVisibility({visibilityProperty: true}))
  .map((e, n) => { e.dataset.stop = n; return String(n); })"""
WALK = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
  const s = getComputedStyle(e);
  const outlined = s.outlineStyle !== 'none' && s.outlineColor !== 'rgba(0, 0, 0, 0)';
  return [e.dataset.stop ?? e.outerHTML.slice(0, 80), outlined || s.boxShadow !== 'none']; }"""


@pytest.mark.parametrize("place", ["/", "/entries/", "/between/PAK/USA/", "document", "correct"])
def test_tab_reaches_everything_in_turn_and_the_focus_is_seen(desk: Any, place: str) -> None:
    entry = entries_in_order(desk)[0]
    path = {"document": f"/documents/{desk.ids['meeting']}/", "correct": f"/entries/{entry}/correct/"}.get(place, place)
    page = desk.open(path)
    wanted = set(page.evaluate(PRESSABLE))
    # One stop for a group of radio buttons, as browsers have it.
    radios = set(
        page.evaluate("() => [...document.querySelectorAll('[type=radio]:not(:checked)')].map(e => e.dataset.stop)")
    )
    reached: list[str] = []
    for _ in range(len(wanted) * 2 + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(WALK)
        if stop is None:
            break
        number, is_seen = stop
        assert is_seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if reached and number == reached[0]:
            break
        reached.append(number)  # a field of days is several stops
    assert not (wanted - radios) - set(reached), page.evaluate(
        "ns => ns.map(n => document.querySelector(`[data-stop='${n}']`).outerHTML.slice(0, 120))",
        sorted((wanted - radios) - set(reached)),
    )


def test_the_skip_link_is_the_first_stop(desk: Any) -> None:
    page = desk.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
