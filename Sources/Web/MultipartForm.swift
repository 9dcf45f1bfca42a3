/// The fields and files of a `multipart/form-data` body (RFC 7578, RFC 2046 section 5.1), read strictly: what no browser
/// sends refuses the whole form, since two readers that differ about it could be played off against each other.
///
/// Refused are text before the first boundary and behind the last, headers but `Content-Disposition` and `Content-Type`,
/// parameters but `name` and `filename`, a name that stands twice, a part without a name, and fields that are not UTF-8.
package struct MultipartForm {
  package static let mostParts = 60
  package static let mostFiles = 4
  static let longestHead = 1_024
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]
  private static let headEnd: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  private var fields: [(name: String, value: String)] = []
  private var files: [Upload] = []

  package static func fields(_ request: Request) throws(FormFault) -> FormFields {
    guard let boundary = boundary(in: request.contentType) else { throw .notAForm }
    return try fields(in: request.body, boundary: boundary)
  }

  package static func fields(in body: [UInt8], boundary: String) throws(FormFault) -> FormFields {
    var form = MultipartForm()
    try form.read(body, boundary: Array("--\(boundary)".utf8))
    return FormFields(form.fields, uploads: form.files)
  }

  /// The one parameter of `multipart/form-data; boundary=…`, in quotes or not: 1 to 70 characters of RFC 2046.
  static func boundary(in contentType: String) -> String? {
    let parts = contentType.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmedSpaces }
    guard parts.count == 2, parts[0].lowercased() == "multipart/form-data",
      parts[1].lowercased().hasPrefix("boundary=")
    else { return nil }
    var text = parts[1].dropFirst("boundary=".count)
    if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
    let isSound = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "'()+_,-./:=?".utf8.contains(byte)
    }
    return (1...70).contains(text.utf8.count) && isSound ? String(text) : nil
  }

  private mutating func read(_ body: [UInt8], boundary: [UInt8]) throws(FormFault) {
    guard body.starts(with: boundary) else { throw .notAForm }
    var at = boundary.count
    while true {
      let rest = body[at...]
      if rest.starts(with: [0x2D, 0x2D]) {
        // Browsers end the body with one line break.
        guard rest.count == 2 || Array(rest.dropFirst(2)) == Self.lineEnd else { throw .notAForm }
        return
      }
      guard rest.starts(with: Self.lineEnd) else { throw .notAForm }
      guard let head = Self.place(of: Self.headEnd, in: body, from: at + 2, most: Self.longestHead),
        let end = Self.place(of: Self.lineEnd + boundary, in: body, from: head + 4, most: body.count)
      else { throw .notAForm }
      try take(head: body[(at + 2)..<head], content: body[(head + 4)..<end])
      at = end + 2 + boundary.count
    }
  }

  private mutating func take(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) throws(FormFault) {
    let part = try PartHead(head)
    guard !fields.contains(where: { $0.name == part.name }), !files.contains(where: { $0.name == part.name }) else {
      throw .repeated(part.name)
    }
    guard fields.count + files.count < Self.mostParts else { throw .tooLarge }
    if let fileName = part.fileName {
      guard files.count < Self.mostFiles else { throw .tooLarge }
      files.append(Upload(name: part.name, fileName: fileName, bytes: Array(content)))
    } else {
      guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else { throw .notUTF8 }
      fields.append((part.name, text))
    }
  }

  /// Where `needle` begins, at most so many bytes on.
  private static func place(of needle: [UInt8], in body: [UInt8], from start: Int, most: Int) -> Int? {
    let last = min(body.count - needle.count, start + most)
    guard start <= last else { return nil }
    return body.withUnsafeBufferPointer { body in
      needle.withUnsafeBufferPointer { needle in
        var at = start
        while at <= last {
          // Nearly every byte of a file is not the first one of the boundary.
          if body[at] == needle[0], needle.indices.dropFirst().allSatisfy({ body[at + $0] == needle[$0] }) { return at }
          at += 1
        }
        return nil
      }
    }
  }
}

/// The headers of one part.
private struct PartHead {
  let name: String
  /// Nil where the part is a field.
  let fileName: String?

  init(_ bytes: ArraySlice<UInt8>) throws(FormFault) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    var disposition: Substring?
    // A line break is one character here.
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: ":"), !line.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
        throw .notAForm
      }
      let value = line[line.index(after: colon)...].trimmedSpaces
      switch line[..<colon].lowercased() {
      case "content-disposition" where disposition == nil: disposition = value
      case "content-type": continue
      default: throw .notAForm
      }
    }
    guard let disposition else { throw .notAForm }
    (name, fileName) = try Self.parameters(of: disposition)
  }

  private static func parameters(of disposition: Substring) throws(FormFault) -> (String, String?) {
    var rest = disposition
    guard rest.lowercased().hasPrefix("form-data") else { throw .notAForm }
    rest = rest.dropFirst("form-data".count)
    var values: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.hasPrefix(";") else { throw .notAForm }
      rest = rest.dropFirst().drop { $0 == " " }
      guard let equals = rest.firstIndex(of: "="), rest[equals...].hasPrefix("=\"") else { throw .notAForm }
      let key = rest[..<equals].lowercased()
      let inside = rest[equals...].dropFirst(2)
      guard let quote = inside.firstIndex(of: "\""), ["name", "filename"].contains(key), values[key] == nil else {
        throw .notAForm
      }
      values[key] = unescaped(inside[..<quote])
      rest = inside[inside.index(after: quote)...].drop { $0 == " " }
    }
    guard let name = values["name"], !name.isEmpty else { throw .notAForm }
    return (name, values["filename"].map(lastPart))
  }

  /// As browsers escape in parts (WHATWG HTML, "multipart/form-data encoding algorithm").
  private static func unescaped(_ text: Substring) -> String {
    var plain = String(text)
    for (escape, character) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
      plain = plain.split(separator: escape, omittingEmptySubsequences: false).joined(separator: character)
    }
    return plain
  }

  private static func lastPart(_ path: String) -> String {
    String(path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last?.prefix(120) ?? "")
  }
}

extension Substring {
  fileprivate var trimmedSpaces: Substring {
    let front = drop { $0 == " " || $0 == "\t" }
    return front.lastIndex { $0 != " " && $0 != "\t" }.map { front[...$0] } ?? ""
  }
}
