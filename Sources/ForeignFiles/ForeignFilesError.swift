import Children
import Interchange

/// Why a file from outside was not read.
package enum ForeignFilesError: Error, Equatable, Sendable {
  /// The file is at fault.
  case refused(Finding)
  case cannotOpen(path: String, code: Int32)
  case reader(ChildFault)
  /// Not the lines that are written down in ``ReaderLine``, or no end.
  case readerTalksNonsense
}
