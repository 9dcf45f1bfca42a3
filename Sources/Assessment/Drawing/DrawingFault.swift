/// Why lines are not a drawing we read.
package struct DrawingFault: Error, Equatable, Sendable {
  /// Within the lines, from 1.
  package let line: Int
  package let expected: String

  package init(line: Int, expected: String) {
    self.line = line
    self.expected = expected
  }
}
