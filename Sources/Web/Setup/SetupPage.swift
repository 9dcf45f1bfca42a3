import UseCases

/// One step of the first run, and one thing to say.
struct SetupPage {
  let step: SetupStep
  let state: SetupState
  let token: Markup
  var fault: String?
  var done: String?
  /// What was typed and refused.
  var typed: ((String) -> String)?
  var sticks: [String] = []
  var hasRecoveryKey = false
  var hasPrinter = false
  var standing: PrintStanding?
  var symbol: QRMatrix?
  var clock: ClockPage?

  init(step: SetupStep, state: SetupState, token: Markup) {
    (self.step, self.state, self.token) = (step, state, token)
  }

  private var route: Route { .office(.setup(step)) }

  var page: Page {
    Page(
      SetupWording.name(step), kind: "setup", styles: ["staff.css", "desk-accounts.css"] + clockStyle,
      hasFaults: fault != nil,
      main: """
        <h1>\(SetupWording.heading(step))</h1>
        \(notice)<p class="lead">\(SetupWording.lead(step))</p>
        \(form)<p class="actions"><a class="button quiet" href="\(Route.office(.setup(nil)))">\(SetupWording.back)</a></p>

        """)
  }

  private var clockStyle: [String] { step == .clock ? ["desk-seating.css"] : [] }

  private var notice: Markup {
    if let fault { return "<p class=\"faults\" role=\"alert\">\(fault)</p>\n" }
    return done.map { "<p class=\"done\" role=\"status\">\($0)</p>\n" } ?? ""
  }

  private var form: Markup {
    switch step {
    case .place: sent(place)
    case .doors: sent(doors)
    case .printer: sent(printer)
    case .backups: sent(folder(SetupWording.stickNone, chosen: state.values["backup-to"]))
    case .restart: sent(summary, SetupWording.apply)
    case .clock: clock?.answers(to: route) ?? ""
    case .key: key
    case .recovery: recovery
    case .slip: slip
    }
  }

  private func sent(_ inside: Markup, _ button: String = SetupWording.keep) -> Markup {
    """
    <form class="panel" method="post" action="\(route)" autocomplete="off">\(token)
    \(inside)<button class="button main" type="submit">\(button)</button></form>

    """
  }

  private func value(_ name: String) -> String { typed?(name) ?? state.values[name] ?? "" }

  private func field(_ name: StaticString, _ label: String, _ help: String, most: Int, value: String) -> Markup {
    """
    <label for="\(name)">\(label)</label>
    <input id="\(name)" name="\(name)" type="text" maxlength="\(most)" value="\(value)" aria-describedby="\(name)-help">
    <p class="small" id="\(name)-help">\(help)</p>

    """
  }

  private func radio(_ name: StaticString, _ value: String, _ label: String, isChosen: Bool) -> Markup {
    """
    <label class="check-line"><input type="radio" name="\(name)" value="\(value)"\(" checked", if: isChosen) required> \(label)</label>

    """
  }

  private var place: Markup {
    """
    \(field("office", SetupWording.office, SetupWording.officeHelp, most: 120, value: value("office")))\
    \(field("commune", SetupWording.commune, SetupWording.communeHelp, most: 5, value: value("commune")))\
    \(field("device", SetupWording.device, SetupWording.deviceHelp, most: 4, value: value("device")))
    """
  }

  private var doors: Markup {
    let chosen = SetupAnswer.Doors(state.values)
    let labels = [SetupWording.doorNetwork, SetupWording.doorScreen, SetupWording.doorBoth]
    return """
      <fieldset><legend>\(SetupWording.doorChoice)</legend>
      \(each: Array(zip(SetupAnswer.Doors.allCases, labels)), { radio("doors", $0.0.rawValue, $0.1, isChosen: $0.0 == chosen) })</fieldset>

      """
  }

  private var printer: Markup {
    let parts = (state.values["printer"] ?? "none").split(separator: ":").map(String.init)
    let kept =
      parts.count == 3 ? (kind: "\(parts[0])-\(parts[2])", name: parts[1]) : (kind: "none", name: "/dev/usb/lp0")
    let chosen = typed?("kind") ?? kept.kind
    return """
      <fieldset><legend>\(SetupWording.printerChoice)</legend>
      \(radio("kind", "none", SetupWording.printerNone, isChosen: chosen == "none"))\
      \(each: SetupWording.printers, { radio("kind", "\($0.0)-\($0.1)", $0.2, isChosen: chosen == "\($0.0)-\($0.1)") })</fieldset>
      \(field("name", SetupWording.printerName, SetupWording.printerNameHelp, most: 200, value: typed?("name") ?? kept.name))\
      <p class="small">\(SetupWording.printerUnit)</p>

      """
  }

  /// - Parameter chosen: the folder of the box's own on the stick that was named before.
  private func folder(_ none: String, chosen: String? = nil) -> Markup {
    let stick = chosen.flatMap { $0.isEmpty ? nil : $0.hasSuffix("/sathach") ? String($0.dropLast(8)) : $0 }
    let isOther = stick.map { !sticks.contains($0) } ?? false
    return """
      <fieldset><legend>\(SetupWording.stickChoice)</legend>
      \("<p>\(SetupWording.noSticks)</p>\n", if: sticks.isEmpty)\(each: sticks, { radio("folder", $0, $0, isChosen: $0 == stick) })\
      \(radio("folder", "other", SetupWording.stickOther, isChosen: isOther))\
      \(radio("folder", "none", none, isChosen: stick == nil && state.done.contains(step)))</fieldset>
      \(field("other", SetupWording.stickOther, SetupWording.stickOtherHelp, most: 300, value: typed?("other") ?? (isOther ? stick ?? "" : "")))
      """
  }

  private var summary: Markup {
    let lines: [(String, String)] = [
      (SetupWording.office, value("office")), (SetupWording.commune, value("commune")),
      (SetupWording.device, value("device")), (SetupWording.name(.doors), doorName),
      (SetupWording.name(.printer), value("printer")), (SetupWording.name(.backups), value("backup-to")),
    ]
    return """
      <dl class="facts">
      \(each: lines, { "<div><dt>\($0.0)</dt><dd>\($0.1.isEmpty ? SetupWording.nothing : $0.1)</dd></div>\n" })</dl>

      """
  }

  private var doorName: String {
    switch SetupAnswer.Doors(state.values) {
    case .network: SetupWording.doorNetwork
    case .screen: SetupWording.doorScreen
    case .both: SetupWording.doorBoth
    case nil: SetupWording.nothing
    }
  }

  private var key: Markup {
    """
    <div class="beside"><div class="framed">\(symbol.map { Components.symbol($0, label: SetupWording.keySymbol) } ?? "")
    <p>\(SetupWording.keySymbolHelp)</p></div>
    \(sent(folder(SetupWording.skip), SetupWording.save))</div>

    """
  }

  private var recovery: Markup {
    """
    \("<p class=\"notice\">\(SetupWording.keyThere)</p>\n", if: hasRecoveryKey)\
    <form class="actions" method="post" action="\(route)">\(token)
    \(hasRecoveryKey ? go("kept", SetupWording.keyKept, isMain: true) : "")\
    \(go("make", hasRecoveryKey ? SetupWording.makeOther : SetupWording.makeKey, isMain: !hasRecoveryKey))\
    \(hasPrinter ? go("print", SetupWording.makeAndPrint) : "")</form>

    """
  }

  private func go(_ word: StaticString, _ label: String, isMain: Bool = false) -> Markup {
    "<button class=\"button\(" main", if: isMain)\" type=\"submit\" name=\"go\" value=\"\(word)\">\(label)</button>\n"
  }

  private var slip: Markup {
    guard hasPrinter else {
      return """
        <p class="notice">\(SetupWording.noPrinter)</p>
        <form class="actions" method="post" action="\(route)">\(token)
        \(go("skip", SetupWording.skip, isMain: true))</form>

        """
    }
    let told = SetupWording.standing(standing)
    return """
      \(told.markup { "<p class=\"\(isStuck ? "faults" : "notice")\" role=\"status\">\($0)</p>\n" })\(codeForm)\
      <form class="actions" method="post" action="\(route)">\(token)
      \(go("print", told == nil ? SetupWording.print : SetupWording.printAgain, isMain: told == nil))\
      \(go("skip", SetupWording.skip))</form>

      """
  }

  private var isStuck: Bool {
    switch standing {
    case .waiting(.some), .failed: true
    case .waiting(nil), .printed, nil: false
    }
  }

  private var codeForm: Markup {
    guard state.slipCode != nil else { return "" }
    return """
      <form class="panel" method="post" action="\(route)" autocomplete="off">\(token)
      <input type="hidden" name="go" value="read">
      <label for="code">\(SetupWording.code)</label>
      <input id="code" name="code" type="text" autocapitalize="characters" spellcheck="false" maxlength="20" autofocus required>
      <button class="button main" type="submit">\(SetupWording.codeCheck)</button></form>

      """
  }
}
