import Archives
import Interchange

/// A workbook as the smallest of writers makes it, for what no common writer would.
enum Workbooks {
  static func archive(sheet: String, styles: String? = nil, shared: String? = nil, book: String = "") -> [UInt8] {
    var zip = ZipWriter()
    zip.add(
      "xl/workbook.xml",
      xml("<workbook>\(book)<sheets><sheet name=\"Một\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"))
    var relations = "<Relationship Id=\"rId1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    relations += "<Relationship Id=\"rId2\" Type=\"http://x/styles\" Target=\"styles.xml\"/>"
    relations += "<Relationship Id=\"rId3\" Type=\"http://x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
    zip.add("xl/_rels/workbook.xml.rels", xml("<Relationships>\(relations)</Relationships>"))
    zip.add("xl/worksheets/sheet1.xml", xml("<worksheet><sheetData>\(sheet)</sheetData></worksheet>"))
    if let styles { zip.add("xl/styles.xml", xml("<styleSheet>\(styles)</styleSheet>")) }
    if let shared { zip.add("xl/sharedStrings.xml", xml("<sst>\(shared)</sst>")) }
    return zip.archive
  }

  private static func xml(_ text: String) -> [UInt8] {
    Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).utf8)
  }

  static func table(_ archive: [UInt8]) throws -> Table {
    try archive.withUnsafeBytes { bytes in
      let zip = try ZipArchive(bytes)
      var table = Table()
      table.notes = try Workbook.read(zip) { row throws(Finding) in table.rows.append(row) }
      return table
    }
  }
}
