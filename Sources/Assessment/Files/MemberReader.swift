/// Reads the members of one JSON object, noting every missing, misspelt or misshapen one. A wrong member gives a harmless
/// stand-in value, so that reading goes on and the next problem is found too.
package final class MemberReader {
  package let line: Int
  package var subject: String
  private let findings: Findings
  private let members: [JSON.Member]
  private var asked: Set<String> = []

  package init(_ json: JSON, subject: String, findings: Findings) {
    line = json.line
    self.subject = subject
    self.findings = findings
    if case .object(let members) = json.value {
      self.members = members
    } else {
      members = []
      findings.add("expected an object, found \(json.kind)", at: json.line, subject: subject)
    }
  }

  package func problem(
    _ text: String, at line: Int? = nil, _ kind: ContentProblem.Kind = .other, _ facts: [String] = []
  ) {
    findings.add(text, at: line ?? self.line, subject: subject, kind: kind, facts: facts)
  }

  package func member(_ name: String, optional: Bool = false) -> JSON? {
    asked.insert(name)
    guard let member = members.first(where: { $0.name == name }) else {
      if !optional { problem("\"\(name)\" is missing", .missing, [name]) }
      return nil
    }
    if optional, case .null = member.value.value { return nil }
    return member.value
  }

  package func text(_ name: String, most: Int = 2_000) -> String {
    guard let json = member(name) else { return "" }
    return text(json, name, most: most) ?? ""
  }

  package func optionalText(_ name: String, most: Int = 2_000) -> String? {
    member(name, optional: true).flatMap { text($0, name, most: most) }
  }

  package func integer(_ name: String, in range: ClosedRange<Int>) -> Int {
    guard let json = member(name) else { return range.lowerBound }
    guard case .integer(let number) = json.value, range.contains(number) else {
      problem(
        "\"\(name)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)", at: json.line, .misshapen,
        [name])
      return range.lowerBound
    }
    return number
  }

  /// False where the member is missing.
  package func flag(_ name: String) -> Bool {
    guard let json = member(name, optional: true) else { return false }
    guard case .bool(let flag) = json.value else {
      problem("\"\(name)\" must be true or false", at: json.line, .misshapen, [name])
      return false
    }
    return flag
  }

  /// A number that may be missing.
  package func optionalInteger(_ name: String, in range: ClosedRange<Int>) -> Int? {
    member(name, optional: true) == nil ? nil : integer(name, in: range)
  }

  package func list(_ name: String, atLeast fewest: Int = 1) -> [JSON] {
    guard let json = member(name) else { return [] }
    guard case .list(let elements) = json.value, elements.count >= fewest else {
      problem(
        "\"\(name)\" must be a list of at least \(fewest)", at: json.line, .count,
        [name, String(json.count ?? 0), "\(fewest)"])
      return []
    }
    return elements
  }

  package func texts(_ name: String, atLeast fewest: Int = 1) -> [String] {
    list(name, atLeast: fewest).compactMap { text($0, name, most: 500) }
  }

  package func id<Named>(_ name: String, of: Named.Type) -> ContentID<Named> {
    let id = text(name, most: 40)
    if !id.isEmpty, !ContentID<Named>.isWellFormed(id) {
      problem("\"\(name)\" is \"\(id)\"; expected 1 to 40 of a-z, 0-9, \"-\" and \".\"", .misshapen, [name])
    }
    return ContentID(id)
  }

  /// To be called last: whatever was not asked for is no name of this format.
  package func finish() {
    for member in members where !asked.contains(member.name) {
      let known = asked.sorted().joined(separator: ", ")
      problem("\"\(member.name)\" is no name here; known are \(known)", at: member.value.line)
    }
  }

  /// The first thing in a text that a browser would take for a tag or an entity. Pages escape every text; one that has such
  /// things came out of some other program and would be read aloud letter by letter.
  private static func markup(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      let rest = bytes[(place + 1)...].prefix(12)
      guard let next = rest.first else { break }
      let isLetter = (0x41...0x5A).contains(next & 0xDF)
      if byte == UInt8(ascii: "<"), isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") {
        return String(decoding: [byte] + rest.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
      }
      if byte == UInt8(ascii: "&"), isLetter || next == UInt8(ascii: "#"),
        let end = rest.firstIndex(of: UInt8(ascii: ";")),
        rest[..<end].allSatisfy({ $0 != UInt8(ascii: " ") })
      {
        return String(decoding: [byte] + rest[...end], as: UTF8.self)
      }
    }
    return nil
  }

  private func text(_ json: JSON, _ name: String, most: Int) -> String? {
    guard case .text(let text) = json.value, !text.isEmpty else {
      problem("\"\(name)\" must be a text that is not empty, found \(json.kind)", at: json.line, .missing, [name])
      return nil
    }
    if text.count > most {
      problem(
        "\"\(name)\" has \(text.count) characters, at most \(most) are allowed", at: json.line, .tooLong,
        [name, String(text.count), String(most)])
    }
    // Decomposed Vietnamese is read aloud as English and searched for in vain.
    if text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) {
      problem("\"\(name)\" has combining marks; write it composed (NFC)", at: json.line, .combiningMarks, [name])
    }
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      problem("\"\(name)\" has control characters", at: json.line, .misshapen, [name])
    }
    if let markup = Self.markup(in: text) {
      problem("\"\(name)\" has the markup \"\(markup)\"; texts are words only", at: json.line, .markup, [name, markup])
    }
    return text
  }
}
