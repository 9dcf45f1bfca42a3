import Glibc

/// A request's body on its way into a file, for bodies too long to be held in memory. The file goes with the request: whoever
/// wants to keep it gives it another name before answering.
final class BodyFile {
  let path: String
  private let file: Int32
  private(set) var count = 0
  /// What was written is whole so far; a full disk ends that.
  private(set) var isWhole: Bool

  init(path: String) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    isWhole = file >= 0
  }

  func append(_ piece: UnsafeRawBufferPointer) {
    count += piece.count
    var rest = piece
    while isWhole, !rest.isEmpty {
      let written = write(file, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        isWhole = false
        return
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    unlink(path)
  }
}
