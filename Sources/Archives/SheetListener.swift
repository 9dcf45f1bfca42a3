import Interchange

/// What cells mean, with the parts of the workbook that say so.
struct CellValues {
  let texts: [String]
  let dateStyles: [Bool]
  let startsIn1904: Bool

  /// - Parameter kind: the cell's `t`; nil where it has none.
  /// - Returns: nil where the value is not what its kind says.
  func text(_ value: String, kind: String?, style: Int) -> String? {
    switch kind {
    case "s": return Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil }
    case "b": return value == "1" || value == "true" ? "TRUE" : "FALSE"
    case "str", "inlineStr": return Composition.composed(CellText.unescaped(value))
    case "e", "d": return value
    case nil, "n":
      if value.isEmpty { return "" }
      guard let number = Double(value), number.isFinite else { return nil }
      if dateStyles.indices.contains(style), dateStyles[style],
        let date = SerialDate.text(number, startsIn1904: startsIn1904)
      {
        return date
      }
      return CellText.shortest(number)
    default: return nil
    }
  }
}

/// Turns a worksheet's XML into rows.
final class SheetListener: XMLListener {
  private let values: CellValues
  private let limits: TableLimits
  private let row: (TableRow) throws(Finding) -> Void
  private var rowNumber = 0
  private var count = 0
  private var cells: [String] = []
  private var formulas: [Int] = []
  private var column = -1
  private var kind: String?
  private var style = 0
  private var value = ""
  private var isInValue = false
  private var isPhonetic = false

  init(values: CellValues, limits: TableLimits, row: @escaping (TableRow) throws(Finding) -> Void) {
    self.values = values
    self.limits = limits
    self.row = row
  }

  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding) {
    switch name {
    case "row": beginRow(attributes)
    case "c": try beginCell(attributes)
    case "f": formulas.append(column)
    case "v": isInValue = true
    case "t": isInValue = kind == "inlineStr" && !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  private func beginRow(_ attributes: [XMLAttribute]) {
    let given = attributes.first { $0.name == "r" }.flatMap { Int($0.value) }
    rowNumber = given ?? rowNumber + 1
    cells.removeAll(keepingCapacity: true)
    formulas.removeAll()
    column = -1
  }

  private func beginCell(_ attributes: [XMLAttribute]) throws(Finding) {
    kind = nil
    style = 0
    value = ""
    column += 1
    for attribute in attributes {
      switch attribute.name {
      case "r":
        guard let named = CellText.column(attribute.value), named >= column else {
          throw Finding(.badCell, [String(attribute.value.prefix(20))], line: rowNumber)
        }
        column = named
      case "t": kind = attribute.value
      case "s": style = Int(attribute.value) ?? 0
      default: break
      }
    }
    guard column < limits.columns else { throw Finding(.tooManyColumns, [String(limits.columns)], line: rowNumber) }
  }

  func ended(_ name: String) throws(Finding) {
    switch name {
    case "v", "t": isInValue = false
    case "rPh": isPhonetic = false
    case "c":
      guard let text = values.text(value, kind: kind, style: style) else {
        throw Finding(.badCell, [String(value.prefix(20))], line: rowNumber, column: column + 1)
      }
      // Only what holds something widens the row: formats alone may go to the last column there is.
      guard !text.isEmpty else { break }
      while cells.count < column { cells.append("") }
      cells.append(text)
    case "row": try endRow()
    default: break
    }
  }

  private func endRow() throws(Finding) {
    let whole = TableRow(line: rowNumber, cells: cells, formulas: formulas)
    guard !whole.isBlank else { return }
    count += 1
    guard count <= limits.rows else { throw Finding(.tooManyRows, [String(limits.rows)], line: rowNumber) }
    try row(whole)
  }

  func text(_ text: String) throws(Finding) {
    guard isInValue else { return }
    guard value.utf8.count + text.utf8.count <= limits.cellBytes else {
      throw Finding(.cellTooLong, [String(limits.cellBytes)], line: rowNumber, column: column + 1)
    }
    value += text
  }
}
