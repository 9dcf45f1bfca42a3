import Assessment
import Slip
import UseCases

extension Site {
  /// The result per area, what to learn next and, where passed, the slip.
  func result(_ visit: inout Visit, _ id: Attempt.ID) throws -> Response? {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    guard record.attempt.state == .submitted else { return visit.redirect(to: Self.standing(of: record)) }
    let result = try visit.kiosk.result(of: record)
    let symbol = try result.slip.map { try visit.kiosk.drawing.symbol(for: SlipText.encode($0.bytes)) }
    let page = ResultPage(
      result: result, office: visit.kiosk.office, symbol: symbol, isSample: isSample,
      isClockBehind: visit.kiosk.isClockDoubted, token: try visit.tokenField(),
      progress: record.attempt.mode == .tested ? try SheetProgress(visit.kiosk, id, slip: result.slip) : nil)
    return visit.page(page.page)
  }

  /// For a slip that could not be made when the attempt was handed in.
  func issueSlip(_ visit: inout Visit, _ id: Attempt.ID, _ preparation: Preparation) throws -> Response {
    let record = try visit.kiosk.attempt(id, of: visit.session)
    var prepared: PreparedSlip?
    if case .slip(let slip) = preparation { prepared = slip }
    _ = try visit.kiosk.issueSlip(for: record, prepared: prepared)
    try printFirst(&visit, id)
    return visit.redirect(to: .result(id))
  }
}

struct ResultPage {
  let result: AttemptResult
  let office: Office
  let symbol: QRMatrix?
  let isSample: Bool
  let isClockBehind: Bool
  let token: Markup
  /// Of the box's own printer; nil where the browser prints.
  let progress: SheetProgress?

  var page: Page {
    Page(
      title, kind: "result", scripts: progress?.state == nil ? [] : ["await.js"],
      refresh: progress?.state.map { _ in SheetProgress.every }, state: progress?.state,
      main: """
        \(verdict)\(slip)<section class="areas"><h2>\(Wording.areasTitle)</h2>
        <ul>
        \(each: outcome.areas.filter { $0.asked > 0 }, area)</ul></section>
        \(learning)\(readings)<div class="held-in-sight">\(printing)<form class="actions" method="post" action="\(Route.departure)">\(token)
        <button class="button \("main", if: symbol != nil || hindrance != nil || isPractice || !outcome.isPassed)" type="submit">\
        \(Wording.finish)</button>
        </form></div>

        """)
  }

  private var outcome: Outcome { result.outcome }
  private var isPractice: Bool { result.record.attempt.mode == .practice }

  private var title: String {
    if isPractice { return Wording.practiceDone }
    return outcome.isPassed ? Wording.passed : Wording.notPassed
  }

  private var verdict: Markup {
    let kind: Markup = isPractice ? "practice" : outcome.isPassed ? "passed" : "not-passed"
    let late: Markup =
      switch result.record.attempt.ending {
      case .timeUp: "<p>\(Wording.timeUpNote)</p>\n"
      case .staff: "<p>\(Wording.endedByStaffNote)</p>\n"
      case .candidate, nil: ""
      }
    return """
      <section class="outcome \(kind)">
      <h1>\(title)</h1>
      <p class="score">\(Wording.scoreLine(outcome.right, outcome.asked))</p>
      \(rest)\(lead)\(late)\(rescored)</section>

      """
  }

  /// Parts of a point that the line above leaves out, so that nobody wonders where they went.
  private var rest: Markup {
    let rest = outcome.credit % 100
    return rest == 0 ? "" : "<p class=\"small\">\(Wording.scoreRest(Formatting.points(rest)))</p>\n"
  }

  /// Nobody's points change without a word.
  private var rescored: Markup {
    "\(each: result.rescorings, { "<p class=\"small\">\(Wording.rescored($0.number, Formatting.date(CivilDate($0.at)), $0.reason))</p>\n" })"
  }

  private var lead: Markup {
    guard !isPractice else { return "" }
    if outcome.isPassed { return "<p>\(Wording.passedLead)</p>\n" }
    let earliest = result.earliestRetake.map(Formatting.date) ?? ""
    return "\(each: shortfalls, { "<p>\($0)</p>\n" })<p>\(Wording.notPassedLead(earliest))</p>\n"
  }

  /// Which of the lines to pass was not reached.
  private var shortfalls: [String] {
    let cut = result.rules.blueprint.cutScore.overall
    let overall = outcome.credit < cut * 100 ? [Wording.cutLine(cut)] : []
    let weak = outcome.areas.filter { !$0.isReached }.map { score in
      result.rules.framework.area(score.area)?.short ?? score.area.text
    }
    return overall + (weak.isEmpty ? [] : [Wording.weakAreas(weak.joined(separator: ", "))])
  }

  private func area(_ score: Outcome.AreaScore) -> Markup {
    let name = result.rules.framework.area(score.area)?.name ?? score.area.text
    let word = AreaWord(score)
    return """
      <li class="\(word.kind)"><span class="name">\(name)</span><span class="word">\(word.text) · \
      \(Formatting.points(score.credit))/\(score.asked)</span>\
      \(Components.progress(score.credit, of: score.asked * 100))</li>

      """
  }

  private var learning: Markup {
    let competences = outcome.toLearn.prefix(5).compactMap { result.rules.framework.competence($0) }
    guard !competences.isEmpty else {
      return "<section class=\"learn\"><h2>\(Wording.learnTitle)</h2><p>\(Wording.learnNothing)</p></section>\n"
    }
    return """
      <section class="learn"><h2>\(Wording.learnTitle)</h2>
      <ul>
      \(each: competences, { "<li><strong>\($0.name)</strong><span>\($0.advice.learn)</span><span>\($0.advice.place)</span></li>\n" })</ul></section>

      """
  }

  /// For whoever knows another framework; folded, since a resident need not.
  private var readings: Markup {
    "\(each: result.readings.filter { !$0.lines.isEmpty }, reading)"
  }

  private func reading(_ reading: CrosswalkReading) -> Markup {
    """
    <details class="reading"><summary>\(Wording.readIn(reading.crosswalk.name))</summary>
    <ul>
    \(each: reading.lines, { "<li>\($0.area.name): \(Formatting.points($0.credit))/\($0.asked)</li>\n" })</ul>
    <p class="small">\(reading.crosswalk.version). \(reading.crosswalk.note)</p></details>

    """
  }

  /// Two papers to choose from; what is on them is made only now.
  private var printing: Markup {
    guard !isPractice, !outcome.isPassed || (symbol != nil && hindrance == nil) else { return "" }
    let label = outcome.isPassed ? Wording.printSlip : Wording.printAdvice
    if let progress { return "\(progress.notice)\(progress.isOfferedAtKiosk ? ordering(progress, label) : "")" }
    return """
      <form class="actions" method="post" action="\(Route.prints(result.record.attempt.id))">\(token)
      <button class="button" type="submit" name="size" value="80mm">\(label), \(Wording.sizeRoll)</button>
      <button class="button" type="submit" name="size" value="a5">\(label), \(Wording.sizeA5)</button>
      </form>

      """
  }

  private func ordering(_ progress: SheetProgress, _ label: String) -> Markup {
    """
    <form class="actions" method="post" action="\(Route.prints(result.record.attempt.id))">\(token)
    <button class="button" type="submit">\(progress.hasFailed ? PrinterWording.again : label)</button>
    </form>

    """
  }

  /// Why there is no slip to be had, although the test is passed.
  private var hindrance: Problem? {
    if result.revocation != nil || result.help.standing == .refused { return .slipVoid }
    return result.help.standing == .awaitsOfficer ? .slipWaits : nil
  }

  private var slip: Markup {
    guard outcome.isPassed else { return "" }
    if let problem = hindrance { return "<p class=\"notice\">\(problem.sentence)</p>\n" }
    guard let slip = result.slip, let symbol else {
      if isClockBehind { return "<p class=\"notice\">\(Wording.clockBehind)</p>\n" }
      return """
        <form class="actions" method="post" action="\(Route.slip(result.record.attempt.id))">\(token)
        <button class="button main" type="submit">\(Wording.getSlip)</button></form>

        """
    }
    return SlipFacts(result: result, slip: slip, office: office, symbol: symbol, isSample: isSample).markup
  }
}

/// A word for an area, so that no bar has to be read by colour alone.
struct AreaWord {
  let text: String
  let kind: Markup

  init(_ score: Outcome.AreaScore) {
    if score.credit == score.asked * 100 {
      (text, kind) = (Wording.areaStrong, "strong")
    } else if score.isReached && score.credit * 2 >= score.asked * 100 {
      (text, kind) = (Wording.areaReached, "reached")
    } else {
      (text, kind) = (Wording.areaWeak, "weak")
    }
  }
}
