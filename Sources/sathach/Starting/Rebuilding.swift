import Assessment
import Glibc
import SQLiteStore
import Sealing
import UseCases

/// Where a whole older database can be had.
protocol LastGoodCopy: Sendable {
  /// Lays the last backup that opens and is whole at a path.
  /// - Returns: false where there is none.
  func lay(at path: String) throws -> Bool
}

/// Builds a new database beside the damaged one, and only then puts it in its place.
///
/// The damaged files are read and never written; they move to a folder of their own. A power cut at any point leaves either
/// the damaged files where they were, or the whole new one.
struct Rebuilding {
  let box: BoxFolder
  let secrets: BoxSecrets
  let copies: any LastGoodCopy

  private var draft: String { box.database + ".rebuilt" }
  private var backup: String { box.database + ".backup" }

  /// Ends what a power cut interrupted between moving the damaged file away and putting the new one in its place.
  func finishInterrupted() throws {
    if !FileSystem.exists(box.database), FileSystem.exists(draft), !FileSystem.exists(draft + "-wal") {
      try move(draft, to: box.database)
    }
    for file in [draft, backup] { remove(file) }
  }

  /// - Throws: ``StartStopped`` where nothing can be read and there is no backup.
  func run(roots: [String: Int], finding: String) throws -> RebuildNote {
    Log.write(.error, "problem=database cause=\"\(finding)\" it is being built anew")
    for file in [draft, backup] { remove(file) }
    let hasBackup = try copies.lay(at: backup)
    let report: Salvage.Report
    do {
      report = try Salvage.rebuild(
        box.database, roots: roots, backup: hasBackup ? backup : nil, to: draft, secrets: secrets)
    } catch {
      remove(draft)
      throw error
    }
    guard !report.isEmpty else {
      remove(draft)
      throw StartStopped(outage: .databaseLost, cause: SQLiteStoreError.unreadable(table: "every", column: "row"))
    }
    let aside = SetAside(box: box)
    for suffix in ["", "-wal", "-shm"] { try aside.take(box.database + suffix) }
    remove(draft + "-shm")
    try move(draft, to: box.database)
    remove(backup)
    let text = RebuildWording.report(report, finding: finding)
    try FileSystem.makeFolder(aside.folder, mode: 0o700)
    try FileSystem.write(text + "\n", to: aside.folder + "/bao-cao.txt", mode: 0o600)
    Log.write(.error, "problem=database rebuilt \(RebuildWording.line(report)) damaged=\(aside.folderName)")
    return RebuildNote(
      at: SystemClock().now(), folder: aside.folderName, report: text, isWhole: report.isWhole)
  }

  private func move(_ file: String, to place: String) throws {
    guard rename(file, place) == 0 else { throw FileFault(path: file, action: "move", code: errno) }
    FileSystem.syncFolder(of: place)
  }

  private func remove(_ file: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(file + suffix) }
  }
}

/// What a rebuilt database is said to hold: for officers in Vietnamese, for the log in English.
enum RebuildWording {
  static func report(_ report: Salvage.Report, finding: String) -> String {
    var lines = [
      "Giữ lại \(report.kept["attempt"] ?? 0) lượt làm bài, \(report.answers) câu trong đề, \(report.lastSerial) phiếu."
    ]
    if report.usedBackup { lines.append("Có dùng thêm bản sao lưu gần nhất.") }
    if !report.lostAttempts.isEmpty {
      lines.append(
        "Mất dữ liệu chính của lượt số \(list(report.lostAttempts)); câu trả lời của các lượt này vẫn giữ, lượt ghi là đã hủy."
      )
    }
    if !report.namelessAttempts.isEmpty {
      lines.append("Mất tên người làm của lượt số \(list(report.namelessAttempts)).")
    }
    let dropped = report.dropped.values.reduce(0, +)
    if dropped > 0 { lines.append("Bỏ \(dropped) dòng phụ không còn nối được với dữ liệu chính.") }
    if let broken = report.audit.broken {
      lines.append("Sổ nhật ký đứt ở mục \(broken.id); những mục sau đó không còn chứng minh được.")
    }
    if report.isWhole { lines.append("Không thấy thiếu gì.") }
    return lines.joined(separator: "\n")
  }

  static func line(_ report: Salvage.Report) -> String {
    let dropped = report.dropped.values.reduce(0, +)
    return "attempts=\(report.kept["attempt"] ?? 0) events=\(report.audit.entryCount) slips=\(report.audit.slipCount) "
      + "lost=\(report.lostAttempts.count) nameless=\(report.namelessAttempts.count) dropped=\(dropped) "
      + "backup=\(report.usedBackup) broken=\(report.audit.broken.map { String($0.id) } ?? "none") "
      + "torn=\(report.tornTables.joined(separator: ","))"
  }

  /// - Parameter issued: the last serial that was given out; nil where nothing tells it any more.
  static func renewed(last: Int64, issued: Int64?, device: String) -> String {
    let lost =
      issued.map { "Máy đã cấp đến phiếu số \($0), dữ liệu chỉ còn đến số \(last)." }
      ?? "Không còn biết máy đã cấp đến phiếu số mấy."
    return "\(lost) Từ nay máy mang số \(device) và khóa ký mới; phiếu cũ vẫn kiểm tra được. Cần gửi khóa mới cho tỉnh."
  }

  private static func list(_ numbers: [Int64]) -> String {
    let shown = numbers.prefix(20).map(String.init).joined(separator: ", ")
    return numbers.count > 20 ? "\(shown) và \(numbers.count - 20) lượt khác" : shown
  }
}
