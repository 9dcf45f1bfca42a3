import Assessment
import Bundles
import Province
import ProvinceWeb
import Sealing
import Slip
import Synchronization
import TestSupport
import UseCases
import Web

/// Answers to items have the same name.
typealias Response = Web.Response

/// The province's site over a store in memory, and a browser at it.
final class TestOffice {
  let clock = TestClock()
  let store: TestProvinceStore
  let office: ProvinceOffice
  let site: ProvinceSite
  var cookie = ""
  static let password = "bốn con mèo vàng"

  init() throws {
    store = TestProvinceStore(now: clock.now())
    office = ProvinceOffice(
      store: store, secrets: NoSecrets(),
      parts: ProvinceOffice.Parts(
        framework: try SampleBank.make().framework, layout: try ConfirmationLayout(text: TestBox.layout), clock: clock,
        chance: TestChance(seed: 7), passwords: TestPasswords(), tries: TestTries(), sessions: Sessions(),
        spreadsheets: NoSpreadsheets(), tables: TestTables(), digest: Digest.sha256,
        runningDigest: { RunningSHA256() }))
    site = ProvinceSite(assets: Assets([], sha256: Digest.sha256), files: NoFiles())
  }

  /// A signed-in officer.
  static func withOfficer() throws -> TestOffice {
    let office = try TestOffice()
    let once = try office.office.addOfficer(login: "lan", name: "Nguyễn Thị Lan")
    _ = try office.post(.session, ["login": "lan", "password": once])
    _ = try office.post(.password, ["present": once, "password": password, "again": password])
    return office
  }

  func get(_ route: ProvinceRoute) -> Response { ask(Request(.get, route.path, cookie: cookie)) }

  func ask(_ request: Request) -> Response {
    let response = site.answer(request, office: office, isPassing: { _ in false }).response
    if let set = response.header("Set-Cookie") { cookie = String(set.split(separator: ";")[0]) }
    return response
  }

  func post(_ route: ProvinceRoute, _ fields: [String: String], origin: String = "http://127.0.0.1") throws -> Response
  {
    var fields = fields
    if route != .session { fields["token"] = token }
    let body = fields.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
    return ask(
      Request(
        .post, route.path, cookie: cookie, contentType: "application/x-www-form-urlencoded", origin: origin,
        body: Array(body.utf8)))
  }

  func upload(_ text: String) -> Response {
    let parts =
      "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n--x\r\n"
      + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n\(text)\r\n--x--\r\n"
    return ask(
      Request(
        .post, ProvinceRoute.answers.path, cookie: cookie, contentType: "multipart/form-data; boundary=x",
        origin: "http://127.0.0.1", body: Array(parts.utf8)))
  }

  /// As it stands in the forms.
  var token: String {
    let html = get(.password).html
    return html.split(separator: "name=\"token\" value=\"").dropFirst().first.map { String($0.prefix(32)) } ?? ""
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}

extension Response {
  var html: String { String(decoding: body, as: UTF8.self) }
}

private final class Sessions: OfficerSessions {
  private let ledger = Mutex(SessionLedger())
  func open(_ session: SessionID, for officer: Officer.ID, at instant: Int64) {
    ledger.withLock { $0.open(session, for: officer, at: instant) }
  }
  func use(_ session: SessionID, at instant: Int64) -> Officer.ID? { ledger.withLock { $0.use(session, at: instant) } }
  func end(_ session: SessionID) { ledger.withLock { $0.end(session) } }
  func endAll(of officer: Officer.ID, but session: SessionID?) {
    ledger.withLock { $0.endAll(of: officer, but: session) }
  }
  func keep(_ file: PendingAnswers?, for session: SessionID) { ledger.withLock { $0.keep(file, for: session) } }
  func pending(for session: SessionID) -> PendingAnswers? { ledger.withLock { $0.pending(for: session) } }
}

private struct NoSecrets: ProvinceSecrets {
  struct None: Error {}
  let recipient: [UInt8] = []
  func opening(_ sealedKey: [UInt8]) -> BundledParticulars.Opening? { nil }
  func personKey(_ words: String) -> [UInt8] { [] }
  func seal(_ text: String, purpose: String) -> [UInt8] { [] }
  func open(_ sealed: [UInt8], purpose: String) throws -> String { throw None() }
  func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool { false }
}

private struct NoSpreadsheets: SpreadsheetMaking {
  func make(dated: Moment?, _ fill: (any ReportSink) throws -> Void, put: ([UInt8]) throws -> Void) throws {}
  func make(_ sheets: [TextSheet]) throws -> [UInt8] { [] }
}

private struct NoFiles: PublishedFiles {
  func all() -> [PublishedFile] { [PublishedFile(name: "key-list.txt", size: 1_234, seconds: 1_795_000_000)] }
  func bytes(_ name: String) -> [UInt8]? { name == "key-list.txt" ? Array("sathach key list 1\n".utf8) : nil }
  func answers(to authorization: String, path: String, office: ProvinceOffice) throws -> [UInt8]? {
    throw ProvinceProblem(status: 403, sentence: "Chưa chứng tỏ được.")
  }
}
