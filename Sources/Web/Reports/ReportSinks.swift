import Assessment
import UseCases

/// CSV in UTF-8 with a byte order mark, by which spreadsheets know it: headings, rows, an empty line, and the foot.
package final class CSVSink: ReportSink {
  private let text: ReportText
  private let put: ([UInt8]) throws -> Void
  private var waiting: [UInt8] = []

  /// - Parameter put: gets the file piece by piece.
  package init(_ separator: ReportText.Separator, put: @escaping ([UInt8]) throws -> Void) {
    text = ReportText(separator)
    self.put = put
  }

  package func begin(_ head: ReportHead) throws {
    waiting = [0xEF, 0xBB, 0xBF] + text.line(head.columns.map(\.heading))
  }

  package func add(_ row: ReportRow) throws {
    waiting += text.line(row.cells)
    guard waiting.count >= 65_536 else { return }
    try put(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  package func end(_ foot: ReportFoot) throws {
    waiting += [0x0D, 0x0A]
    for note in foot.notes { waiting += text.line([note]) }
    for fact in foot.facts { waiting += text.line([fact.label, fact.value]) }
    try put(waiting)
  }
}

/// JSON: one object with the columns, the rows as arrays, and what the foot says. Percentages and points are numbers with
/// their decimals; a hidden cell is `{"hidden": true}`, an empty one `null`.
package final class JSONSink: ReportSink {
  private let put: ([UInt8]) throws -> Void
  private var waiting: [UInt8] = []
  private var isFirst = true
  private var head: ReportHead?

  package init(put: @escaping ([UInt8]) throws -> Void) {
    self.put = put
  }

  package func begin(_ head: ReportHead) throws {
    self.head = head
    let columns = head.columns.map { column in
      JSON.object([
        "name": JSON(column.name), "heading": JSON(column.heading), "kind": JSON(column.kind.rawValue),
      ])
    }
    waiting += Array("{\"title\":".utf8) + JSON(head.title).canonicalBytes
    waiting += Array(",\"mode\":".utf8) + JSON(head.mode.rawValue).canonicalBytes
    waiting += Array(",\"columns\":".utf8) + JSON(columns).canonicalBytes + Array(",\"rows\":[".utf8)
  }

  package func add(_ row: ReportRow) throws {
    waiting += Array((isFirst ? "\n" : ",\n").utf8)
    isFirst = false
    waiting.append(UInt8(ascii: "["))
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { waiting.append(UInt8(ascii: ",")) }
      waiting += Self.bytes(cell)
    }
    waiting.append(UInt8(ascii: "]"))
    guard waiting.count >= 65_536 else { return }
    try put(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  package func end(_ foot: ReportFoot) throws {
    guard let head else { return }
    let facts = head.facts.map { JSON.object(["label": JSON($0.label), "value": JSON($0.value)]) }
    let members: [(String, JSON)] = [
      ("facts", JSON(facts)), ("notes", JSON(foot.notes.map { JSON($0) })), ("rowCount", JSON(foot.rows)),
      ("madeAt", JSON(foot.madeAt.localText)), ("sha256", JSON(foot.digest)),
    ]
    waiting += Array("\n]".utf8)
    for (name, value) in members { waiting += Array(",\"\(name)\":".utf8) + value.canonicalBytes }
    waiting += Array("}\n".utf8)
    try put(waiting)
  }

  private static func bytes(_ cell: ReportCell) -> [UInt8] {
    switch cell {
    case .text(let text): JSON(text).canonicalBytes
    case .integer(let number): Array(String(number).utf8)
    // Written as CSV writes them: whole numbers have no rounding error to show.
    case .percent, .points, .coefficient, .seconds: ReportText(.comma).line([cell]).dropLast(2)
    case .date(let date): JSON(date.iso).canonicalBytes
    case .moment(let moment): JSON(moment.localText).canonicalBytes
    case .hidden: Array("{\"hidden\":true}".utf8)
    case .tooFew: Array("{\"tooFew\":true}".utf8)
    case .empty: Array("null".utf8)
    }
  }
}
