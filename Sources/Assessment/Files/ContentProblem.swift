/// One thing wrong in the content files: where it is, what it is about, what was expected.
package struct ContentProblem: Equatable, Sendable, CustomStringConvertible {
  package let file: String
  /// From 1; 0 where the whole file is meant.
  package let line: Int
  /// The item, competence or audience, or an empty text.
  package let subject: String
  package let text: String
  /// What it is in one word, where it is one of the frequent ones of an item that somebody is filling in.
  package let kind: Kind
  /// As the comment of the kind says, in that order.
  package let facts: [String]

  package init(
    file: String, line: Int, subject: String, text: String, kind: Kind = .other, facts: [String] = []
  ) {
    self.file = file
    self.line = line
    self.subject = subject
    self.text = text
    self.kind = kind
    self.facts = facts
  }

  package enum Kind: String, Sendable, CaseIterable {
    /// The member's name.
    case missing
    /// The member's name, how many characters it has, how many at most.
    case tooLong = "too-long"
    /// The member's name.
    case combiningMarks = "combining-marks"
    /// The member's name, the markup.
    case markup
    /// The member's name, how many there are, how many are expected.
    case count
    /// The member's name, what stands there, what is known.
    case unknownWord = "unknown-word"
    /// The competence.
    case unknownCompetence = "unknown-competence"
    /// The competence, the audience.
    case otherAudience = "other-audience"
    /// What stands twice.
    case twice
    /// The member's name: something else is wrong with it.
    case misshapen
    case other
  }

  package var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return subject.isEmpty ? "\(place): \(text)" : "\(place): \(subject): \(text)"
  }
}

/// Gathers the problems of one file while it is read, so that all of them are told at once.
package final class Findings {
  let file: String
  package private(set) var problems: [ContentProblem] = []

  package init(file: String) {
    self.file = file
  }

  package func add(
    _ text: String, at line: Int, subject: String = "", kind: ContentProblem.Kind = .other, facts: [String] = []
  ) {
    problems.append(
      ContentProblem(file: file, line: line, subject: subject, text: text, kind: kind, facts: facts))
  }
}
