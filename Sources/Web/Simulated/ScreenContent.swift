import Assessment
import UseCases

/// What is only looked at on a simulated screen. Signs and colours repeat what words say, spoken ones where no word is
/// seen.
struct ScreenContent {
  private let content: Simulation.Content

  init(_ content: Simulation.Content) {
    self.content = content
  }

  var markup: Markup {
    switch content {
    case .text(let text): "<p class=\"plain\">\(text)</p>\n"
    case .heading(let text): "<h2>\(text)</h2>\n"
    case .small(let text): "<p class=\"fine\">\(text)</p>\n"
    case .note(let text, let tone): note(text, tone)
    case .facts(let facts): self.facts(facts)
    case .bubble(let bubble): self.bubble(bubble)
    case .post(let by, let when, let text): post(by, when, text)
    case .person(let name, let detail): person(name, detail)
    case .meter(let name, let value, let level, let tone): meter(name, value, level, tone)
    case .picture(let drawing): "<div class=\"framed\">\(drawing.markup)</div>\n"
    case .qr(let alt): "<div class=\"framed\">\(MockSymbol(alt).markup)</div>\n"
    // These are asked of ``ScreenPart``: they belong to the form.
    case .tap, .switch, .field: ""
    }
  }

  private func note(_ text: String, _ tone: Simulation.Tone) -> Markup {
    """
    <div class="remark \(tone.rawValue)">\(tone.sign.line.markup)\
    <p><span class="said">\(tone.said)</span>\(text)</p></div>

    """
  }

  private func facts(_ facts: [Simulation.Fact]) -> Markup {
    """
    <dl class="pairs">
    \(each: facts, { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" })</dl>

    """
  }

  private func bubble(_ bubble: Simulation.Bubble) -> Markup {
    let own: Markup = "<span class=\"said\">\(ScreenWording.ownMessage)</span>"
    return """
      <div class="bubble \(bubble.side.rawValue)">\(own, if: bubble.side == .outgoing)\
      \(bubble.from.markup { "<p class=\"from\">\($0)</p>" })\
      <p class="body">\(bubble.text)</p>\(bubble.time.markup { "<p class=\"time\">\($0)</p>" })</div>

      """
  }

  private func post(_ by: String, _ when: String, _ text: String) -> Markup {
    """
    <article class="post">\(Avatar(by).markup)<p class="by"><strong>\(by)</strong> <span class="time">\(when)</span></p>
    <p class="body">\(text)</p></article>

    """
  }

  private func person(_ name: String, _ detail: String?) -> Markup {
    """
    <div class="person">\(Avatar(name).markup)<div><p class="name">\(name)</p>\
    \(detail.markup { "<p class=\"detail\">\($0)</p>" })</div></div>

    """
  }

  /// A half circle that fills from the left; the words beside it say the same.
  private func meter(_ name: String, _ value: String, _ level: Int, _ tone: Simulation.Tone) -> Markup {
    """
    <div class="meter \(tone.rawValue)"><svg class="dial" viewBox="0 0 100 58" fill="none" stroke-width="12" \
    aria-hidden="true"><path class="whole" d="M10 52a40 40 0 0 1 80 0"/>\
    <path class="level" d="M10 52a40 40 0 0 1 80 0" pathLength="100" \
    stroke-dasharray="\(min(100, max(0, level))) 200"/>\
    </svg><p class="words"><span class="what">\(name)</span><strong>\(value)</strong></p>\(tone.sign.line.markup)</div>

    """
  }
}

extension Simulation.Tone {
  fileprivate var sign: Simulation.Icon {
    switch self {
    case .info: .info
    case .good: .check
    case .care: .warning
    }
  }

  fileprivate var said: String {
    switch self {
    case .info: ScreenWording.information
    case .good: ScreenWording.fine
    case .care: ScreenWording.care
    }
  }
}

/// A round picture for somebody: the first letters of the first and the last word, or a figure for a mere number.
struct Avatar {
  let letters: String

  init(_ name: String) {
    let initials = name.split(separator: " ").compactMap(\.first).filter(\.isLetter)
    letters = ([initials.first] + [initials.dropFirst().last]).compactMap { $0?.uppercased() }.joined()
  }

  var markup: Markup {
    let face: Markup = letters.isEmpty ? Simulation.Icon.person.line.markup : "\(letters)"
    return "<span class=\"avatar\" aria-hidden=\"true\">\(face)</span>"
  }
}
