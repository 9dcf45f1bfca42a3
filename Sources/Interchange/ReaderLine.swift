import Assessment

/// One line of what `sathach-import` says about a file: canonical JSON, one member that names what it is.
///
/// `{"row": {"line", "cells", "formulas"}}`, `{"item": {"content", "file", "line", "isNamed"}}`, `{"finding": {"reason", "facts", "file",
/// "line", "column", "subject"}}`, and at the end of a file that was read to its end `{"end": {"count"}}`. Whoever reads it takes
/// a missing end for a reader that died.
package enum ReaderLine: Equatable, Sendable {
  case row(TableRow)
  case item(ForeignItem)
  case finding(Finding)
  /// So many rows or items, refused ones not counted.
  case end(count: Int)

  package var json: JSON {
    switch self {
    case .row(let row):
      .object([
        "row": .object([
          "line": JSON(row.line), "cells": JSON(row.cells.map { JSON($0) }),
          "formulas": JSON(row.formulas.map { JSON($0) }),
        ])
      ])
    case .item(let item): .object(["item": item.json])
    case .finding(let finding): .object(["finding": finding.json])
    case .end(let count): .object(["end": .object(["count": JSON(count)])])
    }
  }

  package init?(_ json: JSON) {
    guard case .object(let members) = json.value, members.count == 1, let member = members.first else { return nil }
    switch member.name {
    case "row":
      guard let line = member.value["line"]?.integer, let cells = member.value["cells"]?.texts,
        let formulas = member.value["formulas"]?.list
      else { return nil }
      self = .row(TableRow(line: line, cells: cells, formulas: formulas.compactMap(\.integer)))
    case "item":
      guard let item = ForeignItem(member.value) else { return nil }
      self = .item(item)
    case "finding":
      guard let finding = Finding(member.value) else { return nil }
      self = .finding(finding)
    case "end":
      guard let count = member.value["count"]?.integer else { return nil }
      self = .end(count: count)
    default: return nil
    }
  }
}

extension Finding {
  package var json: JSON {
    .object([
      "reason": JSON(reason.rawValue), "facts": JSON(facts.map { JSON($0) }), "file": JSON(file), "line": JSON(line),
      "column": JSON(column), "subject": JSON(subject),
    ])
  }

  package init?(_ json: JSON) {
    guard let reason = json["reason"]?.string.flatMap({ Reason(rawValue: $0) }), let facts = json["facts"]?.texts,
      let file = json["file"]?.string, let line = json["line"]?.integer, let column = json["column"]?.integer,
      let subject = json["subject"]?.string
    else { return nil }
    self.init(reason, facts, file: file, line: line, column: column, subject: subject)
  }
}

/// One item as a file from outside tells it, in the words of the bank's own files; parts that the file does not tell are missing.
package struct ForeignItem: Equatable, Sendable {
  /// An item of ItemBankFile, perhaps with members missing.
  package var content: JSON
  /// The file within a package; empty for the file itself.
  package var file: String
  package var line: Int
  /// Whether the file gives the item's id; otherwise it was made from its words.
  package var isNamed: Bool

  package init(content: JSON, file: String = "", line: Int, isNamed: Bool) {
    self.content = content
    self.file = file
    self.line = line
    self.isNamed = isNamed
  }

  package var id: String { content["id"]?.string ?? "" }

  /// Where a line stands does not make two items different.
  package static func == (one: ForeignItem, other: ForeignItem) -> Bool {
    one.content.canonicalBytes == other.content.canonicalBytes && one.file == other.file && one.line == other.line
      && one.isNamed == other.isNamed
  }

  var json: JSON {
    .object(["content": content, "file": JSON(file), "line": JSON(line), "isNamed": JSON(isNamed)])
  }

  init?(_ json: JSON) {
    guard let content = json["content"], case .object = content.value, let file = json["file"]?.string,
      let line = json["line"]?.integer, case .bool(let isNamed)? = json["isNamed"]?.value
    else { return nil }
    self.init(content: content, file: file, line: line, isNamed: isNamed)
  }
}
