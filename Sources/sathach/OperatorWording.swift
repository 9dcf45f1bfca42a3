import Assessment
import Backups
import BundleFiles
import Bundles
import Certificates
import Children
import ForeignFiles
import Glibc
import HTTPServer
import Printing
import QRSymbols
import SQLiteStore
import Sealing
import Slip
import Spreadsheets
import UseCases

/// Every error in one English line for the operator: the cause, what was found and what was expected. No personal data.
enum OperatorWording {
  static func text(_ error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.text
    case let fault as FileFault: fault.description
    case let fault as Settings.Fault: fault.description
    case let error as SQLiteStoreError: text(store: error)
    case let error as SealingError: text(sealing: error)
    case let error as HTTPServerError: text(server: error)
    case let error as PrintingError: text(printing: error)
    case let error as QRSymbolError: text(symbol: error)
    case let error as CertificatesError: text(certificates: error)
    case let error as ForeignFilesError: text(foreign: error)
    case let fault as BackupFault: text(backup: fault)
    case let fault as RecoveryKey.Fault: text(recovery: fault)
    case let fault as UpdateFault: text(update: fault)
    case let fault as BundleFault: BundleWording.text(fault)
    case let fault as BundleFileFault: fault.description
    case let error as SpreadsheetError: text(spreadsheet: error)
    case let error as SlipError: SlipErrorWording.text(error)
    case let error as AssessmentError: "a rule of the test refuses: \(error)"
    case UseCaseError.staff(let fault): text(staff: fault)
    case UseCaseError.confirmation(let fault): ConfirmationLines.text(fault)
    case let error as UseCaseError: "refused: \(error)"
    default: "unexpected: \(error)"
    }
  }

  private static func text(store error: SQLiteStoreError) -> String {
    switch error {
    case .sqlite(let path, let code, let extended, let what, let message):
      "\(path): SQLite \(code)/\(extended) while \(what): \(message)"
    case .pragma(let path, let name, let found, let expected):
      "\(path): pragma \(name) is \(found), expected \(expected)"
    case .newerSchema(let path, let found, let known):
      "\(path): written by a newer program (schema \(found), this one knows \(known)); update the program"
    case .olderSchema(let path, let found, let known):
      "\(path): schema \(found), expected \(known); `sathach serve` brings it up to date"
    case .foreignDatabase(let path, let id): "\(path): not a database of this program (application id \(id))"
    case .danglingRows(let path, let table): "\(path): the table \(table) refers to rows that are not there"
    case .unreadable(let table, let column): "damaged: \(table).\(column) does not read back"
    case .rowMissing(let table, let what): "missing in \(table): \(what)"
    case .eventTooLong(let kind): "an event \(kind) is longer than the log takes"
    case .misuse(let what): "a mistake in this program: \(what)"
    case .transactionLost(let path): "\(path): SQLite gave the transaction up; nothing of it is stored"
    case .folderLocked(let path, let holder):
      "\(path): in use by \(holder.map { "process \($0)" } ?? "another process"); stop it first"
    case .copyStopped: "the copy was given up because the service stops"
    case .system(let call, let path, let code): system(call, path, code)
    }
  }

  private static func text(spreadsheet error: SpreadsheetError) -> String {
    switch error {
    case .libraryMissing(let cause): "libxlsxwriter does not open: \(cause); install libxlsxwriter4"
    case .functionMissing(let name): "libxlsxwriter has no \(name): another major version"
    case .system(let call, let code): system(call, "the temporary file", code)
    case .libraryRefused(let code): "libxlsxwriter refuses with code \(code); a full disk is the most likely cause"
    case .tooLarge: "more rows than a sheet has (1,048,576); give a shorter period"
    }
  }

  private static func text(sealing error: SealingError) -> String {
    switch error {
    case .libraryUnavailable: "libsodium does not start"
    case .wrongLength(let expected, let found): "\(found) bytes where \(expected) were expected"
    case .notACitizenNumber: "a citizen number has 12 digits"
    case .outOfMemory: "not enough memory for argon2id"
    case .cannotOpen: "a sealed field does not open: damaged, or sealed with another data.key"
    case .keyFileMissing(let path): "\(path): the key is missing; restore it from the backup"
    case .keyFileExists(let path): "\(path): there already; a key is never overwritten"
    case .keyFileWrongSize(let path, let bytes, let expected):
      "\(path): \(bytes) bytes, expected \(expected); restore it from the backup"
    case .keyFileNotRegular(let path): "\(path): expected a plain file"
    case .openToOthers(let path, let mode):
      "\(path): others may read it (mode \(String(mode, radix: 8))); expected 600 for a key, 700 for its folder"
    case .system(let call, let path, let code): system(call, path, code)
    }
  }

  private static func text(server error: HTTPServerError) -> String {
    switch error {
    case .addressNotUsable(let address, let code): "cannot listen on \(address): \(reason(code))"
    case .portInUse(let address, let port): "port \(port) on \(address) is in use; choose another with --port"
    case .portForbidden(let port): "port \(port) needs more rights; choose one from 1024 with --port"
    case .noSocket(let code): "no socket: \(reason(code))"
    case .noThread(let code): "no thread: \(reason(code))"
    case .libraryRefused(let code): "libmicrohttpd does not start: \(reason(code))"
    case .certificateRefused: "the certificate or its key is damaged, or they do not belong together"
    case .alreadyStarted: "a mistake in this program: the server was started twice"
    }
  }

  private static func text(printing error: PrintingError) -> String {
    switch error {
    case .missingFaces(let tried): "no type face: none of \(tried.joined(separator: ", ")); install fonts-noto-core"
    case .unreadableFace(let path, let code): "\(path): FreeType error \(code)"
    case .missingGlyph(let scalar): "the type face lacks U+\(hexadecimal(scalar))"
    case .glyphNotDrawn(let scalar, let code): "U+\(hexadecimal(scalar)) is not drawn: FreeType error \(code)"
    case .doesNotFit(let height, let limit): "the sheet is \(height) dots high, at most \(limit) are printed"
    case .unfitSymbol(let size, let modules): "a symbol of \(size) a side has \(modules) modules"
    case .unfitRaster(let width, let height, let dots): "a raster of \(width) × \(height) has \(dots) dots"
    case .notCompressed(let code): "zlib error \(code)"
    case .child(let fault): text(child: fault, of: "sathach-symbols or the spooler")
    case .readerTalksNonsense: "sathach-symbols answered something else than hexadecimal lines"
    case .system(let call, let code): "\(call): \(reason(code))"
    }
  }

  private static func text(symbol error: QRSymbolError) -> String {
    switch error {
    case .lengthOutOfRange(let count): "\(count) characters are not drawn as a symbol, 1 to 512 are"
    case .notADigit(let place): "character \(place + 1) is no digit"
    case .notPrintable(let place): "byte \(place + 1) is not printable ASCII"
    case .notDrawn(let code): "libqrencode: \(reason(code))"
    }
  }

  private static func text(foreign error: ForeignFilesError) -> String {
    switch error {
    case .refused(let finding): FindingWording.line(finding, in: "the file")
    case .cannotOpen(let path, let code): "\(path): cannot open: \(reason(code))"
    case .reader(let fault): text(child: fault, of: "sathach-import")
    case .readerTalksNonsense: "sathach-import answered something else than its lines"
    }
  }

  private static func text(child fault: ChildFault, of program: String) -> String {
    switch fault {
    case .notStarted(let path, let code): "\(path): not started: \(reason(code))"
    case .failed(let status): "\(program) ended with status \(status)"
    case .tooSlow(let limit): "\(program) took longer than \(limit)"
    case .tooMuchSaid: "\(program) said more than it may"
    case .cutShort: "\(program) ended within a line"
    case .system(let call, let code): "\(call): \(reason(code))"
    }
  }

  private static func system(_ call: String, _ path: String, _ code: Int32) -> String {
    path.isEmpty ? "\(call): \(reason(code))" : "\(path): \(call): \(reason(code))"
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
