import Interchange

/// What was found in a file from outside, in one English line for the operator.
enum FindingWording {
  /// - Parameter file: what the file is called; names of files within a package follow it.
  static func line(_ finding: Finding, in file: String) -> String {
    var place = finding.file.isEmpty ? file : "\(file)/\(finding.file)"
    if finding.line > 0 { place += ":\(finding.line)" }
    if finding.column > 0 { place += ":\(finding.column)" }
    let subject = finding.subject.isEmpty ? "" : "item \"\(finding.subject)\": "
    return "\(place): \(subject)\(weight(finding))\(text(finding))"
  }

  private static func weight(_ finding: Finding) -> String {
    switch finding.reason.weight {
    case .refusesFile: "the file is refused: "
    case .refusesItem: "refused: "
    case .note: "note: "
    }
  }

  static func text(_ finding: Finding) -> String {
    func fact(_ place: Int) -> String { finding.facts.indices.contains(place) ? finding.facts[place] : "" }
    return switch finding.reason.weight {
    case .refusesFile: file(finding.reason, fact)
    case .refusesItem, .note: item(finding.reason, fact)
    }
  }

  private static func file(_ reason: Finding.Reason, _ fact: (Int) -> String) -> String {
    switch reason {
    case .fileTooLarge: "it has \(fact(0)) bytes, at most \(fact(1)) are read"
    case .emptyFile: "nothing is in it"
    case .unknownFormat: "it is neither a table, GIFT, Moodle XML nor QTI"
    case .unknownEncoding: "its text is neither UTF-8, UTF-16 nor Windows-1258 (found \(fact(0)))"
    case .fontEncoding: "its text is for a TCVN3 or VNI font, as in \"\(fact(0))\"; save it as Unicode"
    case .nullByte: "a null byte stands in its text"
    case .tooManyRows: "it has more than \(fact(0)) rows"
    case .tooManyColumns: "a row has more than \(fact(0)) columns"
    case .cellTooLong: "a cell has more than \(fact(0)) bytes"
    case .quoteNotClosed: "a quote that begins here is not closed"
    case .textAfterQuote: "text follows a closing quote; double the quotes inside a cell"
    case .tooManyItems: "it has more than \(fact(0)) items"
    case .noItems: "no item in it can come in"
    case .damagedArchive: "the archive is damaged\(detail(fact(0)))"
    case .tooManyEntries: "the archive has more than \(fact(0)) entries"
    case .inflatesTooFar: "it unpacks to more than \(fact(0)) bytes"
    case .unsafeName: "an entry is named \"\(fact(0))\", which leads out of the archive"
    case .repeatedEntry: "the entry \"\(fact(0))\" stands twice"
    case .missingEntry: "the entry \"\(fact(0))\" is missing"
    case .encryptedEntry: "it is encrypted; save it without a password"
    case .damagedXML: "its XML is damaged\(detail(fact(0)))"
    case .documentType: "its XML has a document type, which none of the formats needs"
    case .tooDeep: "its XML has more than \(fact(0)) levels"
    case .textTooLong: "a text in it is longer than \(fact(0)) bytes"
    case .unexpectedRoot: "its XML begins with <\(fact(0))>, expected <\(fact(1))>"
    case .noWorksheet: "it has no worksheet that is shown"
    case .badCell: "the cell \"\(fact(0))\" is not what it says it is"
    case .missingColumn: "the column \"\(fact(0))\" is missing in the first row"
    case .repeatedColumn: "the column \"\(fact(0))\" stands twice"
    default: reason.rawValue
    }
  }

  private static func item(_ reason: Finding.Reason, _ fact: (Int) -> String) -> String {
    switch reason {
    case .errorCell: "the column \"\(fact(0))\" shows the error \(fact(1))"
    case .unknownWord: "the column \"\(fact(0))\" says \"\(fact(1))\"; expected one of \(fact(2))"
    case .badNumber: "\"\(fact(0))\" is \"\(fact(1))\", which is no number of its kind"
    case .repeatedID: "the id \"\(fact(0))\" stands already in line \(fact(1))"
    case .badSyntax: "found \"\(fact(0))\", expected \(fact(1))"
    case .unsupportedType: "no kind of item here is like \"\(fact(0))\""
    case .severalInteractions: "it asks \(fact(0)) things at once, an item asks one"
    case .foreignMarkup: "its text has <\(fact(0))>; texts are words only"
    case .script: "its text has a script or form (\(fact(0)))"
    case .picture: "it has a picture that cannot come in (\(fact(0))); pictures here are drawings in SVG"
    case .mathematics: "its text has a formula (\(fact(0)))"
    case .unknownEntity: "its text has the entity &\(fact(0));, which is not known"
    case .unequalWeights: "its right answers weigh unequally, or are not one for each part"
    case .noRightAnswer: "no answer is wholly right"
    case .numberRange: "it accepts \"\(fact(0))\"; only whole numbers are compared, without a range"
    case .damagedNotes: "the notes of this product beside it are damaged (\(fact(0)))"
    case .brokenReference: "\"\(fact(0))\" is referred to and is not there"
    case .unreadableEntry: "its file cannot be read (\(fact(0)))"
    case .otherSheets: "only the first sheet is read; not read: \(fact(0))"
    case .formula: "the column \"\(fact(0))\" is a formula; its last value is taken"
    case .unknownColumn: "the column \"\(fact(0))\" is not read"
    case .formatting: "how the text looks is left out (\(fact(0)))"
    case .idMade: "its id is made of \"\(fact(0))\", which cannot be one"
    case .categoryLeft: "its category \"\(fact(0))\" is no competence and is left out"
    case .partLeft: "left out: \(fact(0))"
    case .trueFalse: "one statement to be judged came in as a choice of two"
    case .caseCounted: "capital letters counted there; here they do not"
    case .gapInStem: "the gap in its text stands as three dots"
    case .otherScoring: "it was scored otherwise (\(fact(0)))"
    default: reason.rawValue
    }
  }

  private static func detail(_ text: String) -> String {
    text.isEmpty ? "" : " (\(text))"
  }
}
