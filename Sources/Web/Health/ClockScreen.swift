import Assessment
import UseCases

extension Site {
  func clock(_ visit: inout Visit) throws -> Response {
    try clockPage(&visit, fault: nil)
  }

  func settleClock(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    if let fault = try clockFault(visit, fields) {
      throw Instead(response: try clockPage(&visit, fault: fault))
    }
    return visit.redirect(to: .desk(.board))
  }

  /// - Returns: what is wrong with what was said of the date; nil where it was taken.
  func clockFault(_ visit: Visit, _ fields: FormFields) throws -> String? {
    let answer: ClockAnswer
    if try fields.text("answer", most: 8) == "right" {
      answer = .right
    } else {
      guard let moment = try Self.moment(fields) else { return ClockWording.notADate }
      answer = .wrong(now: moment)
    }
    do {
      try visit.kiosk.settleClock(answer, by: try visit.account())
      return nil
    } catch UseCaseError.desk(.impossibleDate) {
      return DeskRefusal.impossibleDate.sentence
    }
  }

  /// Nil where the figures are no time of any day.
  private static func moment(_ fields: FormFields) throws -> Moment? {
    func number(_ name: String) throws -> Int? { Int(try fields.text(name, most: 4)) }
    guard let day = try number("day"), let month = try number("month"), let year = try number("year"),
      let hour = try number("hour"), let minute = try number("minute")
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard (2000...2200).contains(year), date.isReal, (0...23).contains(hour), (0...59).contains(minute) else {
      return nil
    }
    let minutes = Int64(date.dayNumber) * 1440 + Int64(hour * 60 + minute) - 7 * 60
    return Moment(milliseconds: minutes * 60_000)
  }

  private func clockPage(_ visit: inout Visit, fault: String?) throws -> Response {
    let page = ClockPage(
      now: visit.kiosk.clock.now(), doubt: visit.kiosk.clockWatch.doubt(), fault: fault, token: try visit.tokenField())
    return visit.page(page.page, status: fault == nil ? 200 : 422)
  }
}

/// The box's date in words, and two answers: it is right, or it is this.
struct ClockPage {
  let now: Moment
  let doubt: ClockDoubt?
  let fault: String?
  let token: Markup

  private static let fields: [(name: String, label: String, digits: Int)] = [
    ("day", ClockWording.day, 2), ("month", ClockWording.month, 2), ("year", ClockWording.year, 4),
    ("hour", ClockWording.hour, 2), ("minute", ClockWording.minute, 2),
  ]

  var page: Page {
    Page(
      ClockWording.title, kind: "desk-clock", styles: ["desk-seating.css"],
      main: """
        <h1>\(ClockWording.title)</h1>
        \(reason)\(faults)\(answers(to: .desk(.clock)))
        """)
  }

  /// The date in words, and the two answers.
  func answers(to route: Route) -> Markup {
    """
    <p class="lead">\(ClockWording.shows)</p>
    <p class="clock-words"><strong>\(ClockWording.words(now))</strong></p>
    <form method="post" action="\(route)">\(token)
    <button class="button main" type="submit" name="answer" value="right">\(ClockWording.right)</button></form>
    <form class="clock-form" method="post" action="\(route)">\(token)
    <fieldset><legend>\(ClockWording.wrong)</legend>
    <div class="clock-fields">
    \(each: Self.fields, field)</div>
    <button class="button" type="submit" name="answer" value="wrong">\(ClockWording.set)</button></fieldset></form>

    """
  }

  private var reason: Markup {
    guard let doubt else { return "<p class=\"notice\">\(ClockWording.sure)</p>\n" }
    return "<p class=\"notice\">\(ClockWording.reason(doubt)) \(ClockWording.slipsWait)</p>\n"
  }

  private var faults: Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  private func field(_ field: (name: String, label: String, digits: Int)) -> Markup {
    """
    <label>\(field.label) <input name="\(field.name)" inputmode="numeric" required maxlength="\(field.digits)" size="\(field.digits)" autocomplete="off"></label>

    """
  }
}
