import Bundles
import Glibc

/// `sathach-send --to HOST:PORT --authority FILE --folder DIR`: posts the bundles that wait in a folder to the province over
/// TLS, in their order, and fetches the list of keys and the box's answers into `DIR/in`.
///
/// A program of its own, off by default: the kiosk's server opens no connection. It has no key of the box; who asks for
/// answers is said by `ISSUER.request`, which `sathach bundle export --with-request` writes beside the bundles.
/// Exit status 0 done, 1 a bundle was refused, 2 wrong use, 3 could not.
@main
struct Sender {
  let host: String
  let port: String
  let authority: String
  let folder: String

  static func main() {
    guard let sender = Sender(Array(CommandLine.arguments.dropFirst())) else {
      complain("usage: sathach-send --to HOST:PORT --authority FILE --folder DIR")
      exit(2)
    }
    do {
      exit(try sender.run() ? 0 : 1)
    } catch {
      complain("\(error)")
      exit(3)
    }
  }

  static func complain(_ text: String) {
    let bytes = Array("sathach-send: \(text)\n".utf8)
    // Nobody could be told that it was not said.
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private init?(_ words: [String]) {
    var given: [String: String] = [:]
    for place in stride(from: 0, to: words.count - 1, by: 2) { given[words[place]] = words[place + 1] }
    guard words.count == 6, let to = given["--to"], let authority = given["--authority"],
      let folder = given["--folder"], let colon = to.lastIndex(of: ":")
    else { return nil }
    (host, port) = (String(to[..<colon]), String(to[to.index(after: colon)...]))
    (self.authority, self.folder) = (authority, folder)
  }

  /// - Returns: whether nothing was refused.
  private func run() throws(SendingFault) -> Bool {
    let spool = Spool(folder: folder)
    try spool.makeFolders()
    var isWhole = true
    for name in spool.waiting() {
      let answer = try exchange(Exchange(method: "POST", path: "/bundles", body: try spool.read(name.text)))
      switch answer.status {
      case 200...204: try spool.move(name.text, to: "sent")
      case 409:
        // One before it is missing there: it waits, and so do those after it.
        Self.complain("\(name.text): the province misses one before it")
        return false
      case 400..<500 where answer.status != 408 && answer.status != 429:
        Self.complain("\(name.text): refused (\(answer.status)): \(answer.firstLine)")
        try spool.move(name.text, to: "refused")
        isWhole = false
      default: throw .status(answer.status, name.text)
      }
    }
    try fetch(into: spool)
    return isWhole
  }

  private func fetch(into spool: Spool) throws(SendingFault) {
    let list = try exchange(Exchange(method: "GET", path: "/lists"))
    if list.status == 200 { try spool.keep(list.body, as: "key-list.txt") }
    for request in spool.requests() {
      let path = "/answers/\(request.issuer)"
      let answers = try exchange(Exchange(method: "GET", path: path, authorization: request.text))
      if answers.status == 200 { try spool.keep(answers.body, as: "\(request.issuer).answers") }
      if answers.status >= 400 { Self.complain("\(path): \(answers.status) \(answers.firstLine)") }
    }
  }

  /// A connection each: they are few, and what ends one must not end the next.
  private func exchange(_ exchange: Exchange) throws(SendingFault) -> Exchange.Answer {
    let line = try SecureLine(host: host, port: port, authority: authority)
    try line.send(exchange.bytes(host: host))
    return try Exchange.Answer(line.receive(most: Exchange.mostBytes))
  }
}

/// What came between this program and the province.
enum SendingFault: Error, CustomStringConvertible {
  case system(call: String, what: String, code: Int32)
  case noAddress(String)
  case secure(call: String, reason: String)
  case tooLong
  case noAnswer
  case status(Int, String)

  var description: String {
    switch self {
    case .system(let call, let what, let code): "\(what): \(String(cString: strerror(code))) (\(call))"
    case .noAddress(let host): "\(host): no such host"
    case .secure(let call, let reason): "the encrypted connection fails: \(reason) (\(call))"
    case .tooLong: "the answer is longer than may be"
    case .noAnswer: "no answer that can be read"
    case .status(let status, let name): "\(name): the province answers \(status); it is sent again later"
    }
  }
}
