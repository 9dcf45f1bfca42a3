import Interchange

/// Why a file from outside was not read.
package enum ForeignFilesError: Error, Equatable, Sendable {
  /// The file is at fault.
  case refused(Finding)
  case cannotOpen(path: String, code: Int32)
  case readerNotStarted(path: String, code: Int32)
  /// The exit status; negative for a signal, as when it used up its time or memory.
  case readerFailed(status: Int32)
  case readerTooSlow(limit: Duration)
  /// Not the lines that are written down in ``ReaderLine``, or no end.
  case readerTalksNonsense
  case system(call: String, code: Int32)
}
