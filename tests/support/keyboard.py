"""A page by keyboard alone: what can be reached, in which order, and whether one sees where one is."""

from playwright.sync_api import Page

# Of a group of radio buttons the first one stands for all: the arrow keys lead to the others.
_LISTED = """() => {
    const groups = new Set();
    const usable = 'a, button, input, select, textarea, summary, [onclick], [tabindex]:not([tabindex="-1"])';
    window.wanted = [...document.querySelectorAll(usable)]
        .filter(e => !e.disabled && !e.closest('[inert]') && e.checkVisibility({visibilityProperty: true})
            && !(e.tagName === 'A' && !e.href) && (e.type !== 'radio' || !groups.has(e.name) && groups.add(e.name)));
    const style = element => getComputedStyle(element);
    window.outlined = element => [element, ...(element.labels || []), element.parentElement].map(around => [style(around), around])
        .filter(([style, around]) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
            && around.getBoundingClientRect().width > 1).length;
    window.told = element => element.outerHTML.slice(0, 120);
    return window.wanted.length;
}"""
_EACH = """() => wanted.flatMap(element => {
    if (element.tabIndex !== 0) return [`not in the order of the Tab key: ${told(element)}`];
    document.activeElement.blur();
    const before = outlined(element);
    element.focus();
    if (document.activeElement !== element) return [`takes no focus: ${told(element)}`];
    return outlined(element) > before ? [] : [`nobody sees that this has the focus: ${told(element)}`];
})"""
_MOST_STOPS_OF_ONE = 6  # a field for a date has one for each of its parts


def by_keyboard(page: Page) -> list[str]:
    """What a person without a mouse cannot do on a page: what the Tab key leaves out, or nobody sees when it is there.

    Browsers follow the document as long as no element asks for a place of its own; `walked` sees them do so.
    """
    page.evaluate(_LISTED)
    page.keyboard.press("Tab")  # from now on the focus is shown as to somebody at the keyboard
    return page.evaluate(_EACH)


def walked(page: Page) -> list[int]:
    """The places, in the document, of what is reached by pressing Tab from the top of a page to its end; from 0 without a gap
    if it is everything that can be used."""
    count = page.evaluate(_LISTED)
    page.evaluate("window.reached = []; addEventListener('focusin', event => reached.push(wanted.indexOf(event.target)))")
    for _ in range(_MOST_STOPS_OF_ONE * (count + 1)):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    found = list(dict.fromkeys(place for place in page.evaluate("reached") if place >= 0))  # others are areas that scroll
    return found if len(found) == count else [*found, -count]
