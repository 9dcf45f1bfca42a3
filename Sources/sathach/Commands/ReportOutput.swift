import ArgumentParser
import Assessment
import Glibc
import SQLiteStore
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
    progress.end()
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

/// One line on a terminal that counts rows, for whatever takes longer than a second.
final class ReportProgress {
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private var hasSpoken = false

  func tell(_ rows: Int) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    hasSpoken = true
    put("\r\(rows) rows")
  }

  func end() {
    if hasSpoken { put("\r\u{1B}[K") }
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    // A progress line that is lost is no loss.
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
