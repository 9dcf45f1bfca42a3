import Assessment
import Glibc
import Sealing
import Slip
import UseCases

@testable import SQLiteStore

/// A temporary folder with a database in it, gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/sathach-store-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SQLiteStoreError.system(call: "mkdtemp", path: "/tmp", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in ["kiosk.db", "kiosk.db-wal", "kiosk.db-shm", "sathach.lock"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  var database: String { path + "/kiosk.db" }

  func writer() throws -> KioskStore {
    try KioskStore.writer(at: database, secrets: PlainSecrets())
  }

  func reader() throws -> KioskStore {
    try KioskStore.reader(at: database, secrets: PlainSecrets())
  }

  /// All bytes of the database and its log.
  func bytes() -> [UInt8] {
    ["kiosk.db", "kiosk.db-wal"].flatMap { name -> [UInt8] in
      let file = open("\(path)/\(name)", O_RDONLY)
      guard file >= 0 else { return [] }
      defer { close(file) }
      var status = stat()
      fstat(file, &status)
      var bytes = [UInt8](repeating: 0, count: status.st_size)
      let count = read(file, &bytes, bytes.count)
      return Array(bytes.prefix(max(0, count)))
    }
  }
}

/// Seals by flipping every bit, after the purpose: not secret, but no plain text either, and bound to its place.
struct PlainSecrets: Secrets {
  struct OtherPurpose: Error {}

  func sha256(_ bytes: [UInt8]) -> [UInt8] { Digest.sha256(bytes) }

  func runningSHA256() -> any RunningDigest { RunningSHA256() }

  func seal(_ text: String, purpose: String) -> [UInt8] { (Array(purpose.utf8) + [0] + text.utf8).map { ~$0 } }

  func open(_ sealed: [UInt8], purpose: String) throws -> String {
    let plain = sealed.map { ~$0 }
    guard plain.starts(with: Array(purpose.utf8) + [0]) else { throw OtherPurpose() }
    return String(decoding: plain.dropFirst(purpose.utf8.count + 1), as: UTF8.self)
  }

  func lookup(_ number: CitizenNumber) -> [UInt8] { sha256(Array("lookup \(number.digits)".utf8)) }

  func mark(_ code: String, kind: String) -> [UInt8] { sha256(Array("mark \(kind) \(code)".utf8)) }

  func formToken(for session: SessionID) -> [UInt8] { sha256(session.bytes) }
}

/// The people and content that tests speak of.
enum World {
  static let morning = Moment(milliseconds: 1_795_000_000_000)
  static let everybody = Audience.ID("nguoi-dan")

  static let baHoa = person("Nguyễn Thị Hoa", "001158000017", 1958)
  static let anhDung = person("Trần Văn Dũng", "096085000023", 1985)

  static func later(_ seconds: Int64) -> Moment {
    Moment(milliseconds: morning.milliseconds + seconds * 1000)
  }

  static func session(_ number: UInt8) -> SessionID {
    SessionID([UInt8](repeating: number, count: 16)).orFail
  }

  static func person(_ name: String, _ number: String, _ year: Int, birth: CivilDate? = nil) -> Candidate {
    Candidate(
      name: name, number: CitizenNumber(number).orFail, birthYear: year, birthDate: birth,
      identity: birth == nil ? .selfDeclared : .cardString)
  }
}

extension Optional {
  /// For values that a test writes down itself.
  var orFail: Wrapped {
    guard let self else { preconditionFailure("a value of the test world is wrong") }
    return self
  }
}
