import Assessment
import UseCases

/// One screen of an invented app inside the device it runs on, as plain form controls: what can be tapped is a button
/// of the form that stands around it, so nothing here needs a script.
struct SimulatedScreen {
  private let screen: ScreenView

  init(_ screen: ScreenView) {
    self.screen = screen
  }

  var markup: Markup {
    """
    <section id="task" class="device \(screen.device.rawValue) look-\(screen.look.rawValue)\
    \(" over", if: screen.isOver)" aria-label="\(screen.name)" tabindex="-1">
    \(enterButton)\(status)\(head)\(address)<div class="pane">
    \(each: ScreenRun.runs(of: screen.parts), { markup($0) })</div>
    </section>

    """
  }

  /// What the Enter key presses in a field: a browser takes the first button of a form. It has a name of its own, since
  /// Enter on the mark presses it too and must tap nothing then. Without a button to press for it, it changes nothing.
  private var enterButton: Markup {
    """
    <button class="default" type="submit" name="enter" value="\(enterTarget)" tabindex="-1" aria-hidden="true"\
    \(" disabled", if: screen.isOver)></button>

    """
  }

  private var enterTarget: String {
    let afterField = screen.parts.drop { !$0.isField }
    for case .tap(let id, _, .button(.main)) in afterField { return id.text }
    return ""
  }

  /// The edge of the machine itself; what it shows means nothing, so nobody hears it.
  private var status: Markup {
    switch screen.device {
    case .phone:
      """
      <p class="status" aria-hidden="true"><span>\(ScreenWording.hour)</span>\(LineIcon.signal.markup)</p>

      """
    case .computer: "<p class=\"status\" aria-hidden=\"true\">\(LineIcon.windowButtons.markup)</p>\n"
    }
  }

  private var head: Markup {
    guard let title = screen.title else { return "" }
    return """
      <div class="head"><span class="sign">\(screen.look.sign.markup)</span><p class="title">\(title)</p></div>

      """
  }

  /// The same neutral sign before every address: only the words tell a true one from a false one.
  private var address: Markup {
    guard let address = screen.address else { return "" }
    return """
      <p class="where"><span class="said">\(ScreenWording.address)</span>\(LineIcon.pageSign.markup)\
      <span class="address">\(address)</span></p>

      """
  }

  private func markup(_ run: ScreenRun) -> Markup {
    let parts: Markup = "\(each: run.parts, { ScreenPart($0, isOver: screen.isOver).markup })"
    switch run.family {
    case .alone: return parts
    case .tiles: return "<div class=\"tiles\">\n\(parts)</div>\n"
    case .buttons: return "<div class=\"buttons\">\n\(parts)</div>\n"
    case .lines:
      let lines: Markup = "\(each: run.parts, { "<li>\(ScreenPart($0, isOver: screen.isOver).markup)</li>\n" })"
      return "<ul class=\"entries\">\n\(lines)</ul>\n"
    }
  }
}

/// Parts that follow each other and stand together: tiles in one grid, rows and switches in one list, buttons in one
/// line.
struct ScreenRun {
  enum Family {
    case alone, tiles, lines, buttons
  }

  let family: Family
  private(set) var parts: [ScreenView.Part]

  static func runs(of parts: [ScreenView.Part]) -> [ScreenRun] {
    parts.reduce(into: []) { runs, part in
      let family = part.family
      if family != .alone, let last = runs.indices.last, runs[last].family == family {
        runs[last].parts.append(part)
      } else {
        runs.append(ScreenRun(family: family, parts: [part]))
      }
    }
  }
}

extension ScreenView.Part {
  fileprivate var family: ScreenRun.Family {
    switch self {
    case .tap(_, _, .tile): .tiles
    case .tap(_, _, .row), .switch: .lines
    case .tap(_, _, .button): .buttons
    case .tap(_, _, .link), .content: .alone
    }
  }

  var isField: Bool {
    if case .content(.field) = self { true } else { false }
  }
}
