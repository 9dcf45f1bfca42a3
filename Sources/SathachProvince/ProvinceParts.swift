import Assessment
import ForeignFiles
import Glibc
import Interchange
import PostgresStore
import Province
import Sealing
import Spreadsheets
import Synchronization
import UseCases
import Web

/// The folder deployed beside the program, as far as the province reads it: the framework's names, the layout of lists, styles.
struct DeployedFolder {
  let path: String

  /// The folder given, else `kiosk` here, else the one beside an installed or freshly built binary.
  static func find(_ given: String?) -> DeployedFolder {
    if let given { return DeployedFolder(path: given) }
    let places = ["kiosk", "\(binaryFolder)/../share/sathach", "\(binaryFolder)/../../../kiosk"]
    return DeployedFolder(path: places.first { access($0 + "/bank/framework.json", R_OK) == 0 } ?? "kiosk")
  }

  static var binaryFolder: String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let binary = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return "/" + binary.split(separator: "/").dropLast().joined(separator: "/")
  }

  func framework() throws -> Framework {
    let file = "\(path)/bank/framework.json"
    guard let framework = ItemBank.framework(from: try Files.read(file)) else {
      throw Failure.refused("\(file): no framework; `sathach check` tells what is wrong with it")
    }
    return framework
  }

  /// The province's own layout where it has one.
  func layout(of province: ProvinceFolder) throws -> ConfirmationLayout {
    let own = "\(province.path)/vneid-list.json"
    let file = access(own, R_OK) == 0 ? own : "\(path)/\(ConfirmationLayout.file)"
    do {
      return try ConfirmationLayout(text: String(decoding: try Files.read(file), as: UTF8.self))
    } catch let fault as LayoutFault {
      throw Failure.refused("\(file): the layout does not hold: \(fault)")
    }
  }

  /// What the pages load: styles that boxes have too, the province's own, and the faces made when the machine was prepared.
  func webFiles() throws -> [Assets.File] {
    let types = ["css": "text/css; charset=utf-8", "svg": "image/svg+xml", "woff2": "font/woff2", "woff": "font/woff"]
    let wanted = ["sathach.css", "staff.css", "office-reports.css", "office-confirmations.css", "icon.svg"]
    return try ["web", "province", "fonts"].flatMap { folder -> [Assets.File] in
      guard access("\(path)/\(folder)", R_OK) == 0 else { return [] }
      return try Files.names(in: "\(path)/\(folder)").compactMap { name in
        guard folder != "web" || wanted.contains(name),
          let type = name.split(separator: ".").last.flatMap({ types[String($0)] })
        else { return nil }
        return Assets.File(name: name, type: type, bytes: try Files.read("\(path)/\(folder)/\(name)"))
      }
    }
  }
}

/// Where the program's own files lie.
struct ProvinceParts {
  let kiosk: DeployedFolder
  let folder: ProvinceFolder

  func office(clock: any KioskClock = SystemClock()) throws -> ProvinceOffice.Parts {
    ProvinceOffice.Parts(
      framework: try kiosk.framework(), layout: try kiosk.layout(of: folder), clock: clock, chance: SystemChance(),
      passwords: PasswordHashes(), tries: SignInLimits(), sessions: SignedInOfficers(), spreadsheets: Spreadsheets(),
      tables: ForeignTables(program: DeployedFolder.binaryFolder + "/sathach-import"), digest: Digest.sha256,
      runningDigest: { RunningSHA256() })
  }
}

/// Who is signed in, for every thread.
final class SignedInOfficers: OfficerSessions {
  private let ledger = Mutex(SessionLedger())

  func open(_ session: SessionID, for officer: Officer.ID, at instant: Int64) {
    ledger.withLock { $0.open(session, for: officer, at: instant) }
  }

  func use(_ session: SessionID, at instant: Int64) -> Officer.ID? {
    ledger.withLock { $0.use(session, at: instant) }
  }

  func end(_ session: SessionID) { ledger.withLock { $0.end(session) } }

  func endAll(of officer: Officer.ID, but session: SessionID?) {
    ledger.withLock { $0.endAll(of: officer, but: session) }
  }

  func keep(_ file: PendingAnswers?, for session: SessionID) { ledger.withLock { $0.keep(file, for: session) } }

  func pending(for session: SessionID) -> PendingAnswers? { ledger.withLock { $0.pending(for: session) } }
}

/// Tries to sign in by account and address, in memory, for every thread.
final class SignInLimits: SignInTries {
  private let ledger = Mutex(TryLedger())

  func wait(login: String, peer: String, at instant: Int64) -> Int {
    ledger.withLock { $0.wait(login: login, peer: peer, at: instant) }
  }

  func takeBack(peer: String) { ledger.withLock { $0.takeBack(peer: peer) } }

  func forget(login: String) { ledger.withLock { $0.forget(login: login) } }
}

/// Lists that people bring, read by `sathach-import`.
struct ForeignTables: TableReading {
  let program: String

  func rows(of bytes: [UInt8]) throws -> [SheetRow] {
    do {
      let table = try ForeignFileReader(program: program, timeLimit: .seconds(20)).table(of: bytes)
      return table.rows.map { SheetRow(line: $0.line, cells: $0.cells, formulas: $0.formulas) }
    } catch ForeignFilesError.refused(let finding) {
      throw fault(finding)
    } catch is ForeignFilesError {
      throw TableFault.readerFailed
    }
  }

  private func fault(_ finding: Finding) -> TableFault {
    switch finding.reason {
    case .emptyFile: .empty
    case .fileTooLarge, .tooManyRows, .tooManyColumns, .cellTooLong, .inflatesTooFar, .tooManyEntries: .tooLarge
    case .unknownFormat: .unknownFormat
    case .unknownEncoding, .fontEncoding: .unknownEncoding
    default: .damaged(line: finding.line > 0 ? finding.line : nil)
    }
  }
}
