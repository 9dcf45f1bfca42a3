import Children
import Glibc
import UseCases

/// A queue of CUPS on this machine, by its own commands `lp` and `lpstat`: nothing of it is linked.
///
/// `lp` takes every sheet, also for a printer that is gone; so the job is watched to its end. CUPS
/// tries again by itself.
package struct SpooledPrinter: SheetDevice {
  package let queue: String
  package let size: PaperSize
  /// Whether the queue takes the bytes of a receipt printer as they are, rather than pictures.
  package let isRaw: Bool
  let programs: String
  let timeLimit: Duration
  let patience: Duration

  /// - Parameters:
  ///   - programs: the folder of `lp`, `lpstat` and `cancel`.
  ///   - timeLimit: for one call of them.
  ///   - patience: after which a job that does not come out is taken back.
  package init(
    queue: String, size: PaperSize, isRaw: Bool, programs: String = "/usr/bin", timeLimit: Duration = .seconds(20),
    patience: Duration = .seconds(1_800)
  ) {
    self.queue = queue
    self.size = size
    self.isRaw = isRaw
    self.programs = programs
    self.timeLimit = timeLimit
    self.patience = patience
  }

  package func put(_ raster: Raster, tell: (PrinterTrouble?) -> Void) throws(PrinterFault) {
    let job = try handOver(raster)
    let deadline = ContinuousClock.now + patience
    while try isWaiting(job) {
      let trouble = trouble()
      tell(trouble)
      guard ContinuousClock.now < deadline else {
        // It must not come out when nobody waits for it any more.
        _ = try? ask("cancel", [job])  // a job that is gone by now needs no cancelling
        throw PrinterFault(trouble ?? .offline)
      }
      Pause.milliseconds(500)
    }
  }

  package func trouble() -> PrinterTrouble? {
    do throws(PrinterFault) {
      return Self.trouble(in: try ask("lpstat", ["-l", "-p", queue]))
    } catch {
      return error.trouble
    }
  }

  /// The printer's state and its reasons, as `lpstat -l -p` writes them without a language. CUPS learns of the reasons while
  /// it prints, and keeps them afterwards: those of a printer at rest are old.
  static func trouble(in text: String) -> PrinterTrouble? {
    let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    func has(_ names: String...) -> Bool { names.contains { words.contains($0) || words.contains($0 + "-error") } }
    if has("disabled", "paused") { return .offline }
    guard has("printing") else { return nil }
    if has("media-empty", "media-needed") { return .outOfPaper }
    if has("cover-open", "door-open") { return .coverOpen }
    if has("media-jam", "cutter", "other") { return .faulty }
    return has("offline", "shutdown", "timed-out", "unavailable") ? .offline : nil
  }

  /// - Returns: the job's name, as `Phieu-12`.
  private func handOver(_ raster: Raster) throws(PrinterFault) -> String {
    let bytes: [UInt8]
    do { bytes = try isRaw ? ESCPOS.job(raster) : PNGImage(raster).bytes } catch {
      throw PrinterFault(.faulty, cause: error)
    }
    let told = try ask("lp", ["-d", queue, "-t", "Phieu", "-o", isRaw ? "raw" : "fit-to-page"] + media + ["-"], bytes)
    // "request id is Phieu-12 (1 file(s))"
    let words = told.split(separator: " ")
    guard let job = words.first(where: { $0.hasPrefix(queue + "-") }) else {
      throw PrinterFault(.faulty, cause: .readerTalksNonsense)
    }
    return String(job)
  }

  private var media: [String] {
    isRaw || size != .a5 ? [] : ["-o", "media=A5"]
  }

  private func isWaiting(_ job: String) throws(PrinterFault) -> Bool {
    let told = try ask("lpstat", ["-W", "not-completed", "-o", queue])
    return told.split(separator: "\n").contains { $0.split(separator: " ").first.map(String.init) == job }
  }

  private func ask(_ program: String, _ arguments: [String], _ input: [UInt8] = []) throws(PrinterFault) -> String {
    // The language of machines, and where CUPS listens.
    let spooler = getenv("CUPS_SERVER").map { ["CUPS_SERVER=" + String(cString: $0)] } ?? []
    do throws(PrintingError) {
      let answer = try ChildProcess.answer(
        to: input, of: "\(programs)/\(program)", arguments, environment: ["LC_ALL=C"] + spooler, atMost: 1 << 16,
        within: timeLimit)
      return String(decoding: answer, as: UTF8.self)
    } catch {
      throw PrinterFault(.offline, cause: error)
    }
  }
}
