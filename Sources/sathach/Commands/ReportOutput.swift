import ArgumentParser
import Assessment
import Glibc
import SQLiteStore
import Synchronization
import UseCases
import Web

/// Sends a report to standard output, row by row, on one snapshot of the database.
struct ReportOutput {
  typealias Making = (Kiosk, ReportPeriod, ReportFilter, [ReportHead.Fact]) throws -> any ReportSource

  let query: ReportQueryOptions
  let options: BoxOptions

  func write(_ make: Making) throws {
    try Self.write(options, query.form) { kiosk in
      let filter = try query.filter()
      let words = ReportWording.facts(filter, choices: try kiosk.reportChoices())
      return try make(kiosk, try query.asked(today: CivilDate(kiosk.clock.now())), filter, words)
    }
  }

  /// The same of anything that makes a table.
  static func write(
    _ options: BoxOptions, _ form: ReportFormOptions, _ make: (Kiosk) throws -> any ReportSource
  ) throws {
    do {
      let box = try options.existing()
      let store = try box.openReading()
      let office = try box.office()
      let kiosk = KioskParts(
        box: box, secrets: try box.secrets(creating: false), signing: try box.signing(creating: false),
        office: office
      ).kiosk(store)
      try store.reading {
        let progress = ReportProgress()
        defer { progress.end() }
        try send(try make(kiosk), kiosk, form, progress)
      }
    } catch let failure as Failure {
      throw failure
    } catch let error as ValidationError {
      throw error
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private static func send(
    _ source: any ReportSource, _ kiosk: Kiosk, _ form: ReportFormOptions, _ progress: ReportProgress
  ) throws {
    func write(to sink: any ReportSink) throws {
      try source.write(
        to: sink, digest: kiosk.secrets.runningSHA256(), at: kiosk.clock.now(), wording: ReportWording.foot,
        tell: progress.tell)
    }
    switch form.format {
    case .csv: try write(to: CSVSink(form.separator, put: put))
    case .json: try write(to: JSONSink(put: put))
    case .xlsx:
      guard isatty(STDOUT_FILENO) == 0 else {
        throw Failure(code: .wrongUse, text: "sathach: a spreadsheet is no text; send it into a file with > NAME.xlsx")
      }
      try kiosk.spreadsheets.make(write, put: put)
    }
  }

  /// - Throws: where not all of it could be written, as on a full disk: half a report must not look like a whole one.
  static func put(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Failure.couldNot("sathach: standard output: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// As what a report is written.
struct ReportFormOptions {
  let format: ReportQueryOptions.Format
  let separator: ReportText.Separator
}

/// One line on a terminal, for whatever takes longer than a second: seconds while figures are reckoned, then rows.
///
/// A thread of its own writes it, since whoever reckons has no moment to spare for that.
final class ReportProgress: Sendable {
  private struct Standing {
    var rows = 0
    var hasSpoken = false
    var isOver = false
  }

  private let start = ContinuousClock.now
  private let standing = Mutex(Standing())
  /// Between two looks, in microseconds.
  private static let pause: UInt32 = 200_000

  init() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    Threads.detach { [self] in
      repeat { usleep(Self.pause) } while speak()
    }
  }

  func tell(_ rows: Int) {
    standing.withLock { $0.rows = rows }
  }

  func end() {
    standing.withLock {
      $0.isOver = true
      if $0.hasSpoken { Self.put("\r\u{1B}[K") }
    }
  }

  /// - Returns: false once it is over.
  private func speak() -> Bool {
    let spent = ContinuousClock.now - start
    return standing.withLock {
      guard !$0.isOver else { return false }
      guard spent > .seconds(1) else { return true }
      $0.hasSpoken = true
      Self.put($0.rows > 0 ? "\r\u{1B}[K\($0.rows) rows" : "\r\u{1B}[Kreckoning, \(spent.components.seconds) s")
      return true
    }
  }

  private static func put(_ text: String) {
    let bytes = Array(text.utf8)
    // A progress line that is lost is no loss.
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
