import Synchronization
import UseCases

/// The last serial that a slip was given, beside the database: `sathach.serial`, one line of issuer and serial.
///
/// A damaged file may lose its newest rows and be whole by every rule: only what stands elsewhere tells that something is
/// gone. A serial that the database no longer knows of may be on somebody's paper.
struct SerialMark {
  let box: BoxFolder

  struct Line: Equatable {
    let issuer: String
    let serial: Int64
  }

  var file: String { box.path + "/sathach.serial" }

  /// Nil where there is none that can be read.
  func read() -> Line? {
    guard let text = try? FileSystem.text(file) else { return nil }  // no mark, nothing to compare with
    let words = text.trimmed.split(separator: " ")
    guard words.count == 2, let serial = Int64(words[1]), serial >= 0 else { return nil }
    return Line(issuer: String(words[0]), serial: serial)
  }

  func keep(_ line: Line) throws {
    if read() == line { return }
    try FileSystem.write("\(line.issuer) \(line.serial)\n", to: file, mode: 0o600)
  }
}

/// Follows the serials that are given while the box serves. To be called on the writer's thread alone, but for the writing
/// of the mark, which runs beside it.
final class SerialWatch: Sendable {
  private let mark: SerialMark
  private let issuer: String
  /// Serials as the last transaction has them, and as they are handed over to be kept.
  private let serials: Mutex<(seen: Int64, kept: Int64)>

  init(_ mark: SerialMark, issuer: String, last: Int64) {
    (self.mark, self.issuer) = (mark, issuer)
    serials = Mutex((last, last))
  }

  /// In a transaction that is not committed yet.
  func look(_ last: Int64) {
    serials.withLock { $0.seen = last }
  }

  func forget() {
    serials.withLock { $0.seen = $0.kept }
  }

  /// After the commit.
  func keep(by queue: WorkQueue) {
    let new = serials.withLock { $0.seen > $0.kept ? $0.seen : nil }
    guard let new else { return }
    let isTaken = queue.submit { [mark, issuer] in
      do {
        try mark.keep(SerialMark.Line(issuer: issuer, serial: new))
      } catch {
        Log.write(.error, "problem=serialMark cause=\"\(OperatorWording.text(error))\"")
      }
    }
    // Else the next slip's turn keeps both.
    if isTaken { serials.withLock { $0.kept = new } }
  }
}
