import Assessment
import UseCases
import Web

/// A browser without scripts: keeps the cookie, follows redirects, fills in the form token. Runs ``Site`` as the server
/// does: pages in place, writes in a savepoint that is rolled back where the answer says so.
package final class Browser {
  package let box: TestBox
  /// By name.
  private var cookies: [String: String] = [:]
  package private(set) var path = "/"
  package private(set) var body = ""
  /// The body as it came, for files.
  package private(set) var bytes: [UInt8] = []
  package private(set) var status = 0
  package private(set) var headers: [Web.Response.Header] = []
  private let door: Door

  package init(_ box: TestBox, door: Door = .kiosk) {
    self.box = box
    self.door = door
  }

  package var cookie: String {
    cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
  }

  @discardableResult
  package func get(_ path: String) throws -> Browser {
    self.path = path
    try take(answer(Request(.get, path, cookie: cookie, door: door)))
    return self
  }

  /// As a script asks that has the page already.
  @discardableResult
  package func get(_ path: String, unless tag: String) throws -> Browser {
    self.path = path
    try take(answer(Request(.get, path, cookie: cookie, ifNoneMatch: tag, door: door)))
    return self
  }

  /// Posts fields with the form token of this session, unless another one is given.
  @discardableResult
  package func post(_ path: String, _ fields: [(String, String)], token: String? = nil) throws -> Browser {
    let isStaffs = Route(path: path)?.access.isStaff ?? false
    let all = fields + [("token", token ?? (isStaffs ? staffToken : formToken))]
    let body = all.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
    self.path = path
    try take(
      answer(
        Request(
          .post, path, cookie: cookie, contentType: "application/x-www-form-urlencoded",
          origin: "http://127.0.0.1", body: Array(body.utf8), door: door)))
    return self
  }

  /// As if this cookie had been given to it.
  package func keep(_ session: SessionID, as cookie: String) {
    cookies[door == .kiosk ? cookie : "__Host-" + cookie] = session.bytes.map(Self.hex).joined()
  }

  package func cookie(_ name: String) -> String? {
    cookies[door == .kiosk ? name : "__Host-" + name]
  }

  /// Posts bytes, as a script of the page does.
  @discardableResult
  package func send(
    _ bytes: [UInt8], to path: String, as type: String = "application/octet-stream",
    from origin: String = "http://127.0.0.1"
  ) throws -> Browser {
    self.path = path
    try take(
      answer(Request(.post, path, cookie: cookie, contentType: type, origin: origin, body: bytes, door: door)))
    return self
  }

  /// Posts fields and files in parts, as a browser sends a form with a file.
  @discardableResult
  package func upload(
    _ path: String, _ fields: [(String, String)], files: [(name: String, fileName: String, bytes: [UInt8])] = [],
    token: String? = nil
  ) throws -> Browser {
    var body: [UInt8] = []
    for (name, value) in fields + [("token", token ?? staffToken)] {
      body += "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
    }
    for file in files {
      body +=
        "--xyz\r\nContent-Disposition: form-data; name=\"\(file.name)\"; filename=\"\(file.fileName)\"\r\n\r\n".utf8
      body += file.bytes + "\r\n".utf8
    }
    body += "--xyz--\r\n".utf8
    self.path = path
    try take(
      answer(
        Request(
          .post, path, cookie: cookie, contentType: "multipart/form-data; boundary=xyz", origin: "http://127.0.0.1",
          body: body, door: door)))
    return self
  }

  /// As a script asks that waits for a page to change: the word in its `ETag`, or nil where it is led elsewhere.
  package func state(of path: String) throws -> String? {
    try answer(Request(.head, path, cookie: cookie, door: door)).header("ETag")
  }

  /// From now on this browser is an enrolled device.
  package func setDevice(_ token: [UInt8]) {
    let name = door == .kiosk ? "sathach-device" : "__Host-sathach-device"
    cookies[name] = token.map(Self.hex).joined()
  }

  package var formToken: String {
    token(of: "sathach")
  }

  /// The form token of a signed-in colleague.
  package var staffToken: String {
    token(of: "sathach-staff")
  }

  package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  private func token(of cookie: String) -> String {
    guard let value = cookies[door == .kiosk ? cookie : "__Host-" + cookie], let session = Self.session(value) else {
      return ""
    }
    return box.secrets.formToken(for: session).map(Self.hex).joined()
  }

  private func answer(_ request: Request) throws -> Web.Response {
    let admission = Admission(request, secrets: box.secrets, doors: box.site.doors)
    if let answer = box.site.answerNow(admission, kiosk: box.kiosk) { return answer.response }
    if case .beside = admission.turn { return box.site.answerBeside(admission, kiosk: box.kiosk).response }
    let preparation = box.site.prepare(admission, kiosk: box.kiosk)
    struct RolledBack: Error { let response: Web.Response }
    do {
      return try box.store.atomically {
        let answer = box.site.answer(admission, with: preparation, kiosk: box.kiosk)
        guard answer.keepsWrites else { throw RolledBack(response: answer.response) }
        if let order = answer.order { box.printer.take(order) }
        return answer.response
      }
    } catch let error as RolledBack {
      return error.response
    }
  }

  private func take(_ response: Web.Response) throws {
    for header in response.headers where header.name == "Set-Cookie" {
      let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      guard let name = pair.first else { continue }
      cookies[String(name)] = pair.count > 1 ? String(pair[1]) : nil
    }
    status = response.status
    headers = response.headers
    bytes = response.body
    body = String(decoding: bytes, as: UTF8.self)
    // What stands behind "#" is the browser's own affair.
    if status == 303, let location = response.header("Location") { try get(String(location.prefix { $0 != "#" })) }
  }

  private static func session(_ text: String) -> SessionID? {
    let digits = Array(text)
    guard digits.count == 32 else { return nil }
    let bytes = stride(from: 0, to: 32, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    return SessionID(bytes)
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + hex(byte).uppercased()
    }.joined()
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
