/// One thing wrong in the content files: where it is, what it is about, what was expected.
package struct ContentProblem: Equatable, Sendable, CustomStringConvertible {
  package let file: String
  /// From 1; 0 where the whole file is meant.
  package let line: Int
  /// The item, competence or audience, or an empty text.
  package let subject: String
  package let text: String

  package init(file: String, line: Int, subject: String, text: String) {
    self.file = file
    self.line = line
    self.subject = subject
    self.text = text
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

  package func add(_ text: String, at line: Int, subject: String = "") {
    problems.append(ContentProblem(file: file, line: line, subject: subject, text: text))
  }
}
