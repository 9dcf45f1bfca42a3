import Measurement
import UseCases

extension Site {
  /// Whose people pass how often, with how sure that is.
  func assistance(_ visit: inout Visit) throws -> Response {
    visit.page(AssistancePage(assistance: try visit.kiosk.assistance()).page)
  }
}

struct AssistancePage {
  let assistance: Assistance

  var page: Page {
    Page(
      AssistanceWording.title, kind: "helpers", styles: ["desk-board.css"],
      main: """
        <h1>\(AssistanceWording.title)</h1>
        <p>\(AssistanceWording.lead)</p>
        \(assistance.colleagues.isEmpty ? "<p class=\"empty\">\(AssistanceWording.empty)</p>\n" : table)\
        <p class="small">\(AssistanceWording.caution)</p>
        <p class="small">\(AssistanceWording.noBlame)</p>

        """)
  }

  private var table: Markup {
    let rates = assistance.colleagues.map { Proportion($0.count.passed, of: $0.count.people) }
    let compared = AssistedRate.compare(rates, leastCount: Kiosk.leastAssisted)
    let rows = zip(assistance.colleagues, compared).map { row($0, $1) }
    let without = Proportion(assistance.unassistedPassed, of: assistance.unassisted)
    return """
      \(Components.scroll)<table class="list">
      <thead><tr><th scope="col">\(AssistanceWording.colleague)</th><th scope="col" class="number">\(AssistanceWording.people)</th>\
      <th scope="col" class="number">\(AssistanceWording.passed)</th><th scope="col" class="number">\(AssistanceWording.rate)</th>\
      <th scope="col" class="number">\(AssistanceWording.interval)</th><th scope="col" class="number">\(AssistanceWording.allowed)</th>\
      <th scope="col" class="number">\(AssistanceWording.coaching)</th><th scope="col">\(AssistanceWording.word)</th></tr></thead>
      <tbody>
      \(each: rows, { $0 })</tbody>
      <tfoot><tr><th scope="row">\(AssistanceWording.unassisted)</th>\(figures(without))<td></td><td></td><td></td></tr></tfoot>
      </table></div>

      """
  }

  private func row(_ colleague: AssistedColleague, _ rate: AssistedRate) -> Markup {
    let role = colleague.role.map(StaffWording.role) ?? ""
    return """
      <tr><th scope="row">\(colleague.name) <span class="small">\(role)</span></th>\(figures(rate.passed))\
      <td class="number">\(colleague.count.allowed)</td><td class="number">\(colleague.count.coaching)</td>\
      <td>\(word(rate))</td></tr>

      """
  }

  private func figures(_ rate: Proportion) -> Markup {
    let interval = rate.interval.map { AssistanceWording.range(Self.tenths($0.lower), Self.tenths($0.upper)) }
    return """
      <td class="number">\(rate.denominator)</td><td class="number">\(rate.numerator)</td>\
      <td class="number">\(rate.tenthsOfPercent.map(AssistanceWording.percent) ?? AssistanceWording.none)</td>\
      <td class="number">\(interval ?? AssistanceWording.none)</td>
      """
  }

  private static func tenths(_ share: Double) -> Int { Int((share * 1000).rounded()) }

  private func word(_ rate: AssistedRate) -> Markup {
    guard rate.passed.denominator >= Kiosk.leastAssisted else {
      return "\(AssistanceWording.tooFew(Kiosk.leastAssisted))"
    }
    guard rate.probability != nil else { return "\(AssistanceWording.alone)" }
    switch rate.unusual {
    case .higher?: return "<strong>\(AssistanceWording.unusual(.higher))</strong>"
    case .lower?: return "\(AssistanceWording.unusual(.lower))"
    case nil: return "\(AssistanceWording.usual)"
    }
  }
}
