"""One item in a real browser: what stands there as answered, and how it is answered by hand."""

from hands import named

SHOWS_ANSWER = """[...document.querySelectorAll("#item input")].some((input) =>
  input.name !== "marked" && input.type !== "hidden" && (input.matches(":checked") || (input.type === "text" && input.value)))
  || document.querySelector("#item .step.put, .device.over") !== null"""
PUT = """[...document.querySelectorAll("#item .step.put")]
  .sort((one, other) => one.querySelector(".number").textContent - other.querySelector(".number").textContent)
  .map((step) => step.value)"""
CHOSEN = """[...document.querySelectorAll("#item input:checked")].filter((input) => input.name !== "marked")
  .map((input) => [input.name, input.value])"""
# Milliseconds, since the page was asked for.
A_GLANCE = """new Promise((done) => setTimeout(done, location.hash ? 0 : Math.max(0, 650 - performance.now())))"""
ONWARDS = "#item button[name=go][value=next]"


class ItemOnScreen:
    def __init__(self, page, hand, scripts=True):
        self.page, self.hand, self.scripts = page, hand, scripts

    @property
    def is_there(self):
        return self.page.locator(ONWARDS).count() > 0

    @property
    def is_answered(self):
        return self.page.evaluate(SHOWS_ANSWER)

    @property
    def is_over(self):
        """Nothing can be done on the simulated screen any more, and the page says so."""
        return self.page.locator('.bench:has(.device.over) .hint:has-text("Việc này đã xong")').count() > 0

    @property
    def put(self):
        return self.page.evaluate(PUT)

    @property
    def fields(self):
        """Names and values of what is chosen, ticked or typed."""
        typed = self.page.locator('#item input[name="typed"]')
        return {**dict(self.page.evaluate(CHOSEN)), **({"typed": typed.input_value()} if typed.count() else {})}

    def shows(self, answer):
        """Whether the page shows this answer as given; of a simulated screen only that it is over."""
        if answer.fields:
            return self.fields == answer.fields
        return self.is_over or self.put == [element for element, _ in answer.taps]

    def tap(self, element, typed=None):
        if self.scripts:
            # Nobody taps on what has only just come to be seen; a page that follows a tap is known already.
            self.page.evaluate(A_GLANCE)
        for name, text in (typed or {}).items():
            self.hand.write(f"field-{name}", text)
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.hand.press(self.page.locator(f'#item button[name=tap][value="{element}"]:not(.default)'))

    def do(self, answer):
        """All but going on; the last tap of an item with feedback leads there by itself."""
        for element, typed in [*((name, {}) for name in self.put[:1]), *answer.taps]:
            self.tap(element, typed)
        for name in self.page.evaluate("""[...document.querySelectorAll("#item input[name^=pick-]")].map((box) => box.name)"""):
            if self.page.locator(named(name, "yes")).is_checked() != (name in answer.fields):
                self.hand.tick(name)
        for name, value in answer.fields.items():
            if name == "typed":
                self.hand.write(name, value)
            elif not name.startswith("pick-"):
                self.hand.choose(name, value)

    def go_on(self):
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.hand.press(self.page.locator(ONWARDS))
