import Interchange

/// Reads the first visible worksheet of an XLSX workbook (ECMA-376) as a table, row by row.
///
/// The sheet's XML is never in memory as a whole; the shared texts are. Formulas count by the value that was last computed.
package struct Workbook {
  private let archive: ZipArchive
  private let limits: TableLimits

  package static func read(
    _ archive: ZipArchive, limits: TableLimits = .standard, row: (TableRow) throws(Finding) -> Void
  ) throws(Finding) -> [Finding] {
    try Workbook(archive: archive, limits: limits).read(row)
  }

  private func read(_ row: (TableRow) throws(Finding) -> Void) throws(Finding) -> [Finding] {
    let book = WorkbookListener()
    try parse("xl/workbook.xml", book)
    let visible = book.sheets.filter(\.isVisible)
    guard let sheet = visible.first else { throw Finding(.noWorksheet) }
    let relations = RelationListener()
    try parse("xl/_rels/workbook.xml.rels", relations)
    guard let target = relations.targets[sheet.relation] else { throw Finding(.noWorksheet) }

    let styles = StyleListener()
    if let path = path(of: "styles", in: relations) { try parse(path, styles) }
    let texts = SharedTextListener(limit: limits.cellBytes)
    if let path = path(of: "sharedStrings", in: relations) { try parse(path, texts) }
    let values = CellValues(texts: texts.texts, dateStyles: styles.dateStyles, startsIn1904: book.startsIn1904)
    try withoutActuallyEscaping(row) { row throws(Finding) in
      try parse(Self.path(target), SheetListener(values: values, limits: limits, row: row))
    }
    let others = visible.dropFirst().map(\.name)
    return others.isEmpty ? [] : [Finding(.otherSheets, [others.joined(separator: ", ")])]
  }

  private func path(of kind: String, in relations: RelationListener) -> String? {
    relations.byKind[kind].map(Self.path).flatMap { archive.has($0) ? $0 : nil }
  }

  /// Targets are relative to `xl/`, or to the root where they begin with a slash.
  private static func path(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  private func parse(_ name: String, _ listener: any XMLListener) throws(Finding) {
    let parser = try XMLParser(listener)
    do throws(Finding) {
      try archive.read(name) { piece throws(Finding) in try parser.feed(piece) }
      try parser.finish()
    } catch {
      // A fault of a worksheet's cell is told by its row alone.
      throw listener is SheetListener && error.reason != .damagedXML ? error : error.at(file: name)
    }
  }
}

private final class WorkbookListener: XMLListener {
  struct Sheet {
    let name: String
    let relation: String
    let isVisible: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var startsIn1904 = false

  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    switch name {
    case "workbookPr": startsIn1904 = ["1", "true"].contains(value("date1904"))
    case "sheet":
      sheets.append(
        Sheet(
          name: value("name") ?? "", relation: value("id") ?? "", isVisible: (value("state") ?? "visible") == "visible")
      )
    default: break
    }
  }

  func ended(_ name: String) {}
  func text(_ text: String) {}
}

private final class RelationListener: XMLListener {
  private(set) var targets: [String: String] = [:]
  /// By the last word of the relation's type.
  private(set) var byKind: [String: String] = [:]

  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    // A target outside the package is never followed.
    guard name == "Relationship", value("TargetMode") != "External", let target = value("Target") else { return }
    if let id = value("Id") { targets[id] = target }
    if let kind = value("Type")?.split(separator: "/").last { byKind[String(kind)] = target }
  }

  func ended(_ name: String) {}
  func text(_ text: String) {}
}

/// Which cell styles show a number as a date or a time.
private final class StyleListener: XMLListener {
  private(set) var dateStyles: [Bool] = []
  private var ownDates: Set<Int> = []
  private var isInCellFormats = false

  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    switch name {
    case "numFmt":
      if let id = value("numFmtId").flatMap({ Int($0) }), NumberFormat.isDate(value("formatCode") ?? "") {
        ownDates.insert(id)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = value("numFmtId").flatMap { Int($0) } ?? 0
      dateStyles.append(NumberFormat.builtInDates.contains { $0.contains(id) } || ownDates.contains(id))
    default: break
    }
  }

  func ended(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ text: String) {}
}

private final class SharedTextListener: XMLListener {
  private(set) var texts: [String] = []
  private var current = ""
  private var isInText = false
  private var isPhonetic = false
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) throws(Finding) {
    switch name {
    case "si": current = ""
    case "t": isInText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func ended(_ name: String) {
    switch name {
    case "si": texts.append(Composition.composed(CellText.unescaped(current)))
    case "t": isInText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func text(_ text: String) throws(Finding) {
    guard isInText else { return }
    guard current.utf8.count + text.utf8.count <= limit else { throw Finding(.cellTooLong, [String(limit)]) }
    current += text
  }
}
