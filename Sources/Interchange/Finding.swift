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
    /// The column's name, the error as shown.
    case errorCell = "error-cell"

    // Tables of items.
    /// The column's name.
    case missingColumn = "missing-column"
    /// The column's name.
    case repeatedColumn = "repeated-column"
    /// The column's name.
    case unknownColumn = "unknown-column"
    /// The column's name, the word, the words known.
    case unknownWord = "unknown-word"
    /// The column's name, the text.
    case badNumber = "bad-number"

    // One item.
    /// The id, the line of the first.
    case repeatedID = "repeated-id"
    /// What is left standing where something else was expected, and what.
    case badSyntax = "bad-syntax"
    /// The kind of question as its format calls it.
    case unsupportedType = "unsupported-type"
    /// How many.
    case severalInteractions = "several-interactions"
    /// The element.
    case foreignMarkup = "foreign-markup"
    /// The element or attribute.
    case script = "script"
    /// The name of the file, if it has one.
    case picture = "picture"
    case mathematics = "mathematics"
    /// The name.
    case unknownEntity = "unknown-entity"
    case unequalWeights = "unequal-weights"
    case noRightAnswer = "no-right-answer"
    /// The text; only whole numbers without a range are compared.
    case numberRange = "number-range"
    /// What the notes of this product's own, beside the item, are damaged by.
    case damagedNotes = "damaged-notes"
    /// The reason, as one of these words.
    case unreadableEntry = "unreadable-entry"
    /// The identifier that nothing has.
    case brokenReference = "broken-reference"

    // What came in otherwise.
    /// The elements, with commas.
    case formatting = "formatting"
    /// What it was called.
    case idMade = "id-made"
    /// The category.
    case categoryLeft = "category-left"
    /// What it is called in its format.
    case partLeft = "part-left"
    /// A choice between two statements, "true" and "false".
    case trueFalse = "true-false"
    case caseCounted = "case-counted"
    case gapInStem = "gap-in-stem"
    /// How the format judges.
    case otherScoring = "other-scoring"

    package var weight: Weight {
      switch self {
      case .otherSheets, .formula, .unknownColumn, .formatting, .idMade, .categoryLeft, .partLeft, .trueFalse,
        .caseCounted,
        .gapInStem, .otherScoring:
        .note
      case .errorCell, .unknownWord, .badNumber, .repeatedID, .badSyntax, .unsupportedType, .severalInteractions,
        .foreignMarkup, .script, .picture, .mathematics, .unknownEntity, .unequalWeights, .noRightAnswer, .numberRange,
        .damagedNotes, .brokenReference, .unreadableEntry:
        .refusesItem
      case .fileTooLarge, .emptyFile, .unknownFormat, .unknownEncoding, .fontEncoding, .nullByte, .tooManyRows,
        .tooManyColumns, .cellTooLong, .quoteNotClosed, .textAfterQuote, .tooManyItems, .noItems, .damagedArchive,
        .tooManyEntries, .inflatesTooFar, .unsafeName, .repeatedEntry, .missingEntry, .encryptedEntry, .damagedXML,
        .documentType, .tooDeep, .textTooLong, .unexpectedRoot, .noWorksheet, .badCell, .missingColumn, .repeatedColumn:
        .refusesFile
      }
    }
  }
}
