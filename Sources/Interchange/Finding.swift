/// One thing found in a file from outside: what, where, and the facts that its sentence needs.
///
/// It is thrown where nothing more can be read, and kept where reading goes on. Its wording stands elsewhere: English on the
/// command line, Vietnamese on the officer's page.
package struct Finding: Error, Equatable, Sendable {
  package let reason: Reason
  /// As the comment of the reason says, in that order.
  package let facts: [String]
  /// The file within a package; empty for the file itself.
  package var file: String
  /// From 1; the row of a worksheet; 0 where the whole file is meant.
  package var line: Int
  /// From 1, in characters or columns of a table; 0 where the whole line is meant.
  package var column: Int
  /// The item it is about, as its file calls it, or an empty text.
  package var subject: String

  package init(
    _ reason: Reason, _ facts: [String] = [], file: String = "", line: Int = 0, column: Int = 0, subject: String = ""
  ) {
    self.reason = reason
    self.facts = facts
    self.file = file
    self.line = line
    self.column = column
    self.subject = subject
  }

  package func at(file: String) -> Finding {
    var finding = self
    if finding.file.isEmpty { finding.file = file }
    return finding
  }

  package func about(_ subject: String, line: Int = 0) -> Finding {
    var finding = self
    if finding.subject.isEmpty { finding.subject = subject }
    if finding.line == 0 { finding.line = line }
    return finding
  }
}

extension Finding {
  package enum Weight: Sendable {
    /// Nothing of the file comes in.
    case refusesFile
    /// The item stays outside.
    case refusesItem
    /// The item comes in, but something of it does not, or comes in otherwise than it was.
    case note
  }

  /// Raw values go from process to process and stand in `--json`; comments name the facts.
  package enum Reason: String, Sendable, CaseIterable {
    // The whole file.
    /// Bytes found or at most, limit.
    case fileTooLarge = "file-too-large"
    case emptyFile = "empty-file"
    case unknownFormat = "unknown-format"
    /// Bytes that are neither UTF-8 nor Windows-1258: the first such byte in hexadecimal.
    case unknownEncoding = "unknown-encoding"
    /// Letters of TCVN3 or VNI fonts: an example.
    case fontEncoding = "font-encoding"
    case nullByte = "null-byte"
    /// The limit.
    case tooManyRows = "too-many-rows"
    /// The limit.
    case tooManyColumns = "too-many-columns"
    /// The limit, in bytes.
    case cellTooLong = "cell-too-long"
    case quoteNotClosed = "quote-not-closed"
    case textAfterQuote = "text-after-quote"
    /// The limit.
    case tooManyItems = "too-many-items"
    case noItems = "no-items"

    // Archives.
    /// What the library says.
    case damagedArchive = "damaged-archive"
    /// The limit.
    case tooManyEntries = "too-many-entries"
    /// The limit, in bytes.
    case inflatesTooFar = "inflates-too-far"
    /// The name.
    case unsafeName = "unsafe-name"
    /// The name.
    case repeatedEntry = "repeated-entry"
    /// The name.
    case missingEntry = "missing-entry"
    case encryptedEntry = "encrypted-entry"

    // XML.
    /// What the library says.
    case damagedXML = "damaged-xml"
    case documentType = "document-type"
    /// The limit.
    case tooDeep = "too-deep"
    /// The limit, in bytes.
    case textTooLong = "text-too-long"
    /// What was found, what was expected.
    case unexpectedRoot = "unexpected-root"

    // Worksheets.
    case noWorksheet = "no-worksheet"
    /// The reference.
    case badCell = "bad-cell"
    /// Names of sheets that are not read.
    case otherSheets = "other-sheets"
    /// The column's name.
    case formula = "formula"

    package var weight: Weight {
      switch self {
      case .otherSheets, .formula: .note
      default: .refusesFile
      }
    }
  }
}
