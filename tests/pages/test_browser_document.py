"""The document as print: measure, margin, phone, paper."""

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.pages import readings
from tests.pages.browser import settle

pytestmark = pytest.mark.browser

# The lines of a paragraph as the browser set them, in characters of text.
LINES = """p => { const range = document.createRange(), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  const lines = new Map();
  while (walk.nextNode()) for (let n = 0; n < walk.currentNode.length; n += 1) {
    range.setStart(walk.currentNode, n); range.setEnd(walk.currentNode, n + 1);
    const box = range.getBoundingClientRect(); if (!box.width) continue;
    const line = Math.round((box.top + box.bottom) / 2 / 8); lines.set(line, (lines.get(line) ?? 0) + 1); }
  return [...lines.values()]; }"""
# The free room above each card, down to the one of this entry.
GAPS = """id => { const box = e => e.getBoundingClientRect();
  const all = [...document.querySelectorAll('.card')], last = all.findIndex(card => card.dataset.entry === id);
  const head = box(document.querySelector('[data-reading]')).top;
  return all.slice(0, last + 1).map((card, n) => box(card).top - (n ? box(all[n - 1]).bottom : head)); }"""
BLOCKS = """() => [...document.querySelectorAll('.paragraph')]
  .flatMap(block => [block.querySelector('p'), ...block.querySelectorAll('.card')])
  .map(e => { const b = e.getBoundingClientRect(); return [b.top, b.bottom, b.left, b.right]; })"""
PROSE = "The two delegations reviewed the state of their cooperation against crime and agreed on further steps. " * 8


def test_a_line_has_sixty_to_seventy_five_characters(desk: Any) -> None:
    page = desk.open_document("quiet")
    page.evaluate("text => { document.querySelector('[data-start]').textContent = text; }", PROSE)
    full = page.eval_on_selector("[data-start]", LINES)[:-1]
    assert len(full) > 8
    assert 60 <= sum(full) / len(full) <= 75, full


def test_cards_stand_at_the_height_of_their_words_and_never_on_each_other(desk: Any) -> None:
    page = desk.open_document()
    cards = page.locator(".card")
    boxes = [cards.nth(n).bounding_box() for n in range(cards.count())]
    assert len(boxes) == 8
    assert all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(boxes))
    column = page.locator("[data-start]").first.bounding_box()
    assert all(box["x"] >= column["x"] + column["width"] for box in boxes)
    for _ in range(5):
        page.keyboard.press("j")
        id_ = page.evaluate("document.activeElement.closest('[data-entry]').dataset.entry")
        words = page.locator(f".ref[data-of='{id_}']").first.bounding_box()
        off = page.locator(f"#e-{id_}").bounding_box()["y"] - words["y"]
        assert abs(off) < 24 or (off > 0 and is_pushed_down(page, id_)), id_


def is_pushed_down(page: Any, id_: str) -> bool:
    """Whether the cards above stand as close as they can, from the head of the column on."""
    gaps = page.evaluate(GAPS, id_)
    return all(gap < 16 for gap in gaps)


def test_a_click_on_the_words_lights_their_card(desk: Any) -> None:
    page = desk.open_document()
    id_ = desk.entry(kind="claim")["id"]
    page.locator(f".said[data-of='{id_}']").last.click()
    assert page.locator(f"#e-{id_}").evaluate("e => e.classList.contains('is-current')")
    assert page.locator(f"#e-{id_} >> text=Confirm").is_visible()


def test_on_a_phone_each_card_follows_its_paragraph(desk: Any) -> None:
    page = desk.open_document(width=390)
    boxes = page.evaluate(BLOCKS)
    assert all(one[1] <= other[0] + 1 for one, other in pairwise(boxes))
    assert all(left >= 0 and right <= 390 for _, _, left, right in boxes)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_is_wider_than_its_window(desk: Any, width: int) -> None:
    page, entry = desk.page(width=width), desk.entries("hostile")[0]["id"]
    documents = [f"/documents/{desk.ids[name]}/" for name in ("meeting", "hostile")]
    entries = [f"/entries/{entry}/", f"/entries/{entry}/correct/"]
    for address in [
        "/",
        "/entries/",
        "/documents/",
        "/between/",
        "/between/PAK/USA/",
        "/api/docs",
        *documents,
        *entries,
    ]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_from_right_to_left_the_margin_is_on_the_left(desk: Any) -> None:
    page = desk.open_document()
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    page.set_viewport_size({"width": 1270, "height": 860})
    settle(page)
    column = page.locator("[data-start]").first.bounding_box()
    card = page.locator(".card").first.bounding_box()
    assert card["x"] + card["width"] <= column["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1270


def test_text_of_another_direction_does_not_turn_its_neighbours(desk: Any) -> None:
    page = desk.open_document("hostile")
    assert page.locator("[data-start]").nth(1).evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".control[data-control=RLO]").count() >= 2
    assert page.evaluate("window.alerted") is None


def test_print_is_a_clean_page_with_the_cards_as_notes(desk: Any) -> None:
    page = desk.open_document()
    page.emulate_media(media="print")
    for gone in ("nav", ".search", ".foot", ".status", ".card .buttons"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".card .does").first.is_visible()
    assert page.locator(".card").first.evaluate("e => getComputedStyle(e).position") == "static"
    assert page.locator(".card").first.bounding_box()["width"] > 300
    assert page.pdf(format="A4")[:4] == b"%PDF"


def test_selected_words_fill_the_field_with_their_place(desk: Any) -> None:
    page = desk.open_document()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("form.correction")
    page.focus("textarea[name=quote]")
    select = """() => { const last = [...document.querySelectorAll('[data-start]')].at(-1);
      const walk = document.createTreeWalker(last, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) { const at = walk.currentNode.data.indexOf('in October'); if (at < 0) continue;
        getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + 'in October'.length); }
      document.dispatchEvent(new MouseEvent('mouseup', {bubbles: true})); }"""
    page.evaluate(select)
    assert page.input_value("textarea[name=quote]") == "in October"
    assert page.input_value("input[name=nth]") == "2"
    page.fill("textarea[name=action]", "be held")
    page.fill("input[name=predicate]", "held")
    page.click("text=Correct and confirm")
    page.wait_for_selector(".card[data-state=confirmed]")
    assert desk.entry(corrected=True)["span"][0] == readings.MEETING.rindex("in October")


def test_the_marks_are_not_copied_with_the_text(desk: Any) -> None:
    page = desk.open_document()
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('[data-start]'))")
    copied = re.sub(r"\s+", " ", page.evaluate("getSelection().toString()")).strip()
    assert copied == readings.MEETING.partition("\n")[0]
