/// Why a program started as a child gave no answer.
package enum ChildFault: Error, Equatable, Sendable {
  /// `code` is an errno.
  case notStarted(path: String, code: Int32)
  /// The exit status; negative for a signal, as when it used up its time or memory.
  case failed(status: Int32)
  case tooSlow(limit: Duration)
  /// A line, or an answer, longer than may be.
  case tooMuchSaid
  /// The last line has no end.
  case cutShort
  case system(call: String, code: Int32)
}
