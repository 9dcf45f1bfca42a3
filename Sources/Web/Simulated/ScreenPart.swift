import Assessment
import UseCases

/// One element of a simulated screen that can be tapped or typed into, or the content that is only looked at.
struct ScreenPart {
  private let part: ScreenView.Part
  private let isOver: Bool

  init(_ part: ScreenView.Part, isOver: Bool) {
    self.part = part
    self.isOver = isOver
  }

  var markup: Markup {
    switch part {
    case .content(.field(let field)): self.field(field)
    case .content(let content): ScreenContent(content).markup
    case .tap(let id, let text, let shape): tap(id, text, shape)
    case .switch(let id, let text, let detail, let isOn): turn(id, text, detail, isOn: isOn)
    }
  }

  private func tap(_ id: Simulation.Element.ID, _ text: String, _ shape: Simulation.Tap.Shape) -> Markup {
    switch shape {
    case .button(let style): button(id, kind: "press \(style.rawValue)", "\(text)")
    case .link: button(id, kind: "jump", "<span>\(text)</span>")
    case .tile(let icon):
      button(id, kind: "tile", "<span class=\"chip\">\(icon.line.markup)</span><span>\(text)</span>")
    case .row(let detail, let icon):
      button(id, kind: "entry", "\(icon.markup { chip($0) })\(words(text, detail))<span class=\"onward\"></span>")
    }
  }

  private func turn(_ id: Simulation.Element.ID, _ text: String, _ detail: String?, isOn: Bool) -> Markup {
    let state = isOn ? ScreenWording.on : ScreenWording.off
    return button(
      id, kind: "entry turn", state: isOn ? " aria-pressed=\"true\"" : " aria-pressed=\"false\"",
      """
      \(words(text, detail))<span class="state" aria-hidden="true"><span class="lever"></span>\(state)</span>
      """)
  }

  private func button(
    _ id: Simulation.Element.ID, kind: Markup, state: Markup = "", _ inside: Markup
  ) -> Markup {
    """
    <button type="submit" name="tap" value="\(id.text)" class="\(kind)"\(state)\(" disabled", if: isOver)>\
    \(inside)</button>

    """
  }

  private func chip(_ icon: Simulation.Icon) -> Markup {
    "<span class=\"chip\">\(icon.line.markup)</span>"
  }

  private func words(_ text: String, _ detail: String?) -> Markup {
    """
    <span class="words"><span class="what">\(text)</span>\
    \(detail.markup { "<span class=\"detail\">\($0)</span>" })</span>
    """
  }

  /// What was typed is never kept, so a field is always empty when it is shown.
  private func field(_ field: Simulation.Field) -> Markup {
    let hint = field.hint
    return """
      <p class="field"><label for="field-\(field.id.text)">\(field.label)</label>\
      \(hint.markup { "<span class=\"hint\" id=\"hint-\(field.id.text)\">\($0)</span>" })\
      <input id="field-\(field.id.text)" name="field-\(field.id.text)" \(type(of: field.entry)) maxlength="100" \
      autocomplete="off" autocapitalize="off" spellcheck="false"\
      \(hint.markup { _ in " aria-describedby=\"hint-\(field.id.text)\"" })\(" disabled", if: isOver)></p>

      """
  }

  private func type(of entry: Simulation.Entry) -> Markup {
    switch entry {
    case .word: "type=\"text\"\(Keyboard.keys(.text))"
    case .number: "type=\"text\" inputmode=\"numeric\"\(Keyboard.keys(.digits))"
    case .secret: "type=\"password\"\(Keyboard.keys(.text))"
    }
  }
}

extension Optional {
  /// Nothing where there is nothing to draw. Without a type said, such an expression would be a text and be escaped.
  func markup(_ draw: (Wrapped) -> Markup) -> Markup {
    map(draw) ?? Markup()
  }
}
