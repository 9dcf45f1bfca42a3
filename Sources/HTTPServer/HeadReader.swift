import Web

/// Reads the head of one request where it lies in libmicrohttpd's memory, and refuses what two readers could read in
/// two ways.
///
/// libmicrohttpd accepts several such heads (NUL inside a value, bare LF or CR, folded lines, repeated lengths) and
/// shows only its own reading. What it shows are pointers into the received bytes, in order, with line ends and
/// colons turned into NULs; so a head is sound exactly if those pieces lie end to end: `name NUL spaces value NUL NUL
/// name …`, from the version to the head's last byte. Anything hidden or rearranged leaves a gap.
struct HeadReader {
  private var next: Int
  private let end: Int
  private var seen: Seen = []

  private(set) var isSound = true
  private(set) var host = ""
  private(set) var cookie = ""
  private(set) var contentType = ""
  private(set) var ifNoneMatch = ""
  private(set) var range = ""
  private(set) var ifRange = ""
  private(set) var origin = ""
  private(set) var authorization = ""
  private(set) var acceptsGzip = false
  private(set) var contentLength = 0

  private struct Seen: OptionSet {
    let rawValue: UInt16
    static let host = Seen(rawValue: 1)
    static let cookie = Seen(rawValue: 2)
    static let contentType = Seen(rawValue: 4)
    static let ifNoneMatch = Seen(rawValue: 8)
    static let origin = Seen(rawValue: 16)
    static let contentLength = Seen(rawValue: 32)
    static let transferEncoding = Seen(rawValue: 64)
    static let range = Seen(rawValue: 128)
    static let ifRange = Seen(rawValue: 256)
    static let authorization = Seen(rawValue: 512)
  }

  /// - Parameters:
  ///   - start: the address after the request line.
  ///   - end: the address after the empty line that ends the head.
  init(start: Int, end: Int) {
    next = start
    self.end = end
  }

  var hasHost: Bool { !host.isEmpty }
  var isChunked: Bool { seen.contains(.transferEncoding) }
  /// Two ways to tell the body's length at once are the classic way to smuggle a request.
  var hasTwoLengths: Bool { seen.isSuperset(of: [.contentLength, .transferEncoding]) }
  /// Whether all bytes up to the end of the head were shown.
  var isComplete: Bool { isSound && next + 2 == end }

  /// Takes one header; false ends the reading.
  mutating func take(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    isSound = follows(name, value) && HeaderRules.isName(name) && !HeaderRules.hasControls(value) && keep(name, value)
    return isSound
  }

  private mutating func follows(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    let start = Int(bitPattern: name.baseAddress)
    let gap = start + name.count
    let text = Int(bitPattern: value.baseAddress)
    guard start == next, gap < text, text + value.count <= end - 4,
      let colon = UnsafeRawPointer(bitPattern: gap), colon.load(as: UInt8.self) == 0
    else { return false }
    let spaces = UnsafeRawBufferPointer(start: colon + 1, count: text - gap - 1)
    next = text + value.count + 2
    return spaces.allSatisfy(HeaderRules.isSpace)
  }

  private mutating func keep(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    switch name.count {
    case 4 where HeaderRules.matches(name, "host"):
      host = text(value)
      return isFirst(.host)
    case 5 where HeaderRules.matches(name, "range"):
      range = text(value)
      return isFirst(.range)
    case 8 where HeaderRules.matches(name, "if-range"):
      ifRange = text(value)
      return isFirst(.ifRange)
    case 6 where HeaderRules.matches(name, "cookie"):
      cookie = text(value)
      return isFirst(.cookie)
    case 6 where HeaderRules.matches(name, "origin"):
      origin = text(value)
      return isFirst(.origin)
    case 12 where HeaderRules.matches(name, "content-type"):
      contentType = text(value)
      return isFirst(.contentType)
    case 13 where HeaderRules.matches(name, "authorization"):
      authorization = text(value)
      return isFirst(.authorization)
    case 13 where HeaderRules.matches(name, "if-none-match"):
      ifNoneMatch = text(value)
      return isFirst(.ifNoneMatch)
    case 14 where HeaderRules.matches(name, "content-length"): return keepLength(value)
    case 15 where HeaderRules.matches(name, "accept-encoding"):
      acceptsGzip = Self.namesGzip(value)
      return true
    case 17 where HeaderRules.matches(name, "transfer-encoding"):
      return isFirst(.transferEncoding) && HeaderRules.matches(HeaderRules.trimmed(value), "chunked")
    default: return true
    }
  }

  /// Whoever says `gzip;q=0`, which no browser does, is served plainly too.
  private static func namesGzip(_ value: UnsafeRawBufferPointer) -> Bool {
    let words = value.split { $0 == UInt8(ascii: ",") }
    return words.contains { word in
      let name = UnsafeRawBufferPointer(rebasing: word.drop(while: HeaderRules.isSpace))
      return HeaderRules.matches(HeaderRules.trimmed(name), "gzip")
    }
  }

  private mutating func isFirst(_ header: Seen) -> Bool { seen.insert(header).inserted }

  private func text(_ value: UnsafeRawBufferPointer) -> String {
    String(decoding: HeaderRules.trimmed(value), as: UTF8.self)
  }

  private mutating func keepLength(_ value: UnsafeRawBufferPointer) -> Bool {
    let digits = HeaderRules.trimmed(value)
    guard isFirst(.contentLength), (1...18).contains(digits.count),
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return false }
    contentLength = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return true
  }
}
