/// One request of HTTP/1.1 on a connection that ends with its answer.
struct Exchange {
  /// Bytes of an answer, head and body.
  static let mostBytes = 2 << 20

  let method: String
  let path: String
  var authorization: String?
  var body: [UInt8]?

  func bytes(host: String) -> [UInt8] {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close"]
    if let authorization { lines.append("Authorization: \(authorization)") }
    if let body { lines += ["Content-Type: application/octet-stream", "Content-Length: \(body.count)"] }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])
  }

  struct Answer {
    let status: Int
    let body: [UInt8]

    /// - Throws: ``SendingFault/noAnswer`` where it is cut short, or comes in pieces, which the province does not do.
    init(_ bytes: [UInt8]) throws(SendingFault) {
      let end = Array("\r\n\r\n".utf8)
      guard let gap = bytes.firstRange(of: end) else { throw .noAnswer }
      let lines = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self).split(separator: "\r\n")
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else { throw .noAnswer }
      let body = Array(bytes[gap.upperBound...])
      var length: Int?
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { throw .noAnswer }
        switch parts[0].lowercased() {
        case "content-length": length = Int(parts[1].filter { $0 != " " })
        case "transfer-encoding": throw .noAnswer
        default: break
        }
      }
      if let length, body.count != length { throw .noAnswer }
      (self.status, self.body) = (status, body)
    }

    /// For the operator; what is no plain letter is left out.
    var firstLine: String {
      String(decoding: body.prefix(200).prefix { $0 != 0x0A }.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }
  }
}
