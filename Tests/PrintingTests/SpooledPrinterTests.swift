import Glibc
import Testing
import UseCases

@testable import Printing

/// Beside programs of the names `lp`, `lpstat` and `cancel` that write down how they are called.
@Suite("Queues of CUPS")
struct SpooledPrinterTests {
  private static let dot = Raster(width: 8, height: 1, dots: [Bool](repeating: true, count: 8))

  @Test("a receipt printer's queue takes bytes, every other one a picture at its true size")
  func handedOver() throws {
    let spool = try Spool()
    try SpooledPrinter(queue: "Phieu", size: .roll80, isRaw: true, programs: spool.folder).put(Self.dot) { _ in }
    #expect(try spool.text("called") == "-d Phieu -t Phieu -o raw -\n")
    #expect(try spool.text("taken").utf8.starts(with: [0x1B, 0x40]))

    try SpooledPrinter(queue: "Phieu", size: .a5, isRaw: false, programs: spool.folder).put(Self.dot) { _ in }
    #expect(try spool.text("called") == "-d Phieu -t Phieu -o fit-to-page -o media=A5 -\n")
  }

  @Test("a job that stays in the queue tells why, and is taken back in the end, so that it comes out for nobody")
  func stuck() throws {
    let spool = try Spool(
      printer: "printer Phieu now printing Phieu-7.\n\tAlerts: media-empty-error\n",
      jobs: "Phieu-7 lan 1024 Mon Nov 30\n")
    let printer = SpooledPrinter(queue: "Phieu", size: .a5, isRaw: false, programs: spool.folder, patience: .zero)
    var told: [PrinterTrouble?] = []

    #expect(throws: PrinterFault(.outOfPaper)) { try printer.put(Self.dot) { told.append($0) } }
    #expect(told == [.outOfPaper])
    #expect(try spool.text("cancelled") == "Phieu-7\n")
  }

  @Test("no CUPS on this machine is a printer that is off")
  func missing() {
    #expect(SpooledPrinter(queue: "Phieu", size: .a5, isRaw: false, programs: "/khong-co").trouble() == .offline)
  }

  @Test("warnings print, errors do not, and what a printer at rest said last is old")
  func reasons() {
    #expect(SpooledPrinter.trouble(in: "printer P is idle.\n\tAlerts: media-empty-error\n") == nil)
    #expect(SpooledPrinter.trouble(in: "now printing P-1\n\tAlerts: media-empty-warning toner-low-report") == nil)
    #expect(SpooledPrinter.trouble(in: "now printing P-1\n\tAlerts: cover-open-error") == .coverOpen)
    #expect(SpooledPrinter.trouble(in: "now printing P-1\n\tAlerts: media-jam-error") == .faulty)
    #expect(SpooledPrinter.trouble(in: "now printing P-1\n\tThe printer may not exist or is unavailable") == .offline)
    #expect(SpooledPrinter.trouble(in: "printer P disabled since Mon\n\tUnable to send\n") == .offline)
  }
}

/// A folder with the programs of a queue that is well, unless it is told otherwise.
private final class Spool {
  let folder: String

  init(printer: String = "printer Phieu is idle.\n\tAlerts: none\n", jobs: String = "") throws {
    var template = Array("/tmp/sathach-spool-XXXXXX".utf8CString)
    mkdtemp(&template)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try write("printer", printer)
    try write("jobs", jobs)
    try program("lp", "echo \"$@\" > \(folder)/called; cat > \(folder)/taken; echo 'request id is Phieu-7 (1 file(s))'")
    try program("lpstat", "case \"$1\" in -l) cat \(folder)/printer;; *) cat \(folder)/jobs;; esac")
    try program("cancel", "echo \"$@\" > \(folder)/cancelled")
  }

  deinit {
    for name in ["printer", "jobs", "lp", "lpstat", "cancel", "called", "taken", "cancelled"] {
      unlink("\(folder)/\(name)")
    }
    rmdir(folder)
  }

  func text(_ name: String) throws -> String {
    let file = try #require(fopen("\(folder)/\(name)", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private func program(_ name: String, _ lines: String) throws {
    try write(name, "#!/bin/sh\nPATH=/usr/bin:/bin\n\(lines)\n")
    chmod("\(folder)/\(name)", 0o755)
  }

  private func write(_ name: String, _ text: String) throws {
    let file = try #require(fopen("\(folder)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
  }
}
