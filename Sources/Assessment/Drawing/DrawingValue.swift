/// Looks through the value of one attribute, from its first byte to its last.
///
/// Numbers are SVG's without exponents and units, at most ``mostDigits`` digits on either side of the point: enough for
/// any picture, and far from what makes a browser's renderer stumble.
struct DrawingValue {
  static let mostDigits = 6

  private let bytes: [UInt8]
  private var at = 0

  static func isWellFormed(_ bytes: [UInt8], as kind: Kind) -> Bool {
    var value = DrawingValue(bytes: bytes)
    return value.matches(kind) && value.at == bytes.count
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func matches(_ kind: Kind) -> Bool {
    switch kind {
    case .number: number() != nil
    case .size: size() != nil
    case .share: size().map { $0 <= 1 } ?? false
    case .dashes: take("none") || numbers({ $0.size() != nil }) != nil
    case .points: numbers({ $0.number() != nil }).map { $0.isMultiple(of: 2) } ?? false
    case .path: path()
    case .transform: transforms()
    case .colour: take("none") || colour()
    case .word(let words): words.contains { take($0) }
    }
  }
}

// MARK: - Bytes

extension DrawingValue {
  private var next: UInt8? {
    at < bytes.count ? bytes[at] : nil
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[at...].starts(with: word.utf8) else { return false }
    at += word.utf8.count
    return true
  }

  private mutating func skip(while holds: (UInt8) -> Bool) -> Int {
    let start = at
    while let byte = next, holds(byte) { at += 1 }
    return at - start
  }

  private mutating func skipSpace() {
    _ = skip { $0 == UInt8(ascii: " ") }
  }
}

// MARK: - Numbers and colours

extension DrawingValue {
  private mutating func number() -> Double? {
    let start = at
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { at += 1 }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let whole = skip(while: isDigit)
    var fraction = 0
    if take(".") {
      fraction = skip(while: isDigit)
      if fraction == 0 { return nil }
    }
    guard whole + fraction > 0, whole <= Self.mostDigits, fraction <= Self.mostDigits else { return nil }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func size() -> Double? {
    guard next != UInt8(ascii: "-"), next != UInt8(ascii: "+") else { return nil }
    return number()
  }

  /// How many there are, or nil when something is amiss.
  private mutating func numbers(_ one: (inout DrawingValue) -> Bool) -> Int? {
    skipSpace()
    var count = 0
    repeat {
      guard one(&self) else { return nil }
      count += 1
    } while anotherFollows()
    return count
  }

  /// Past the space and the comma there may be between numbers. After a comma a number must come, so the answer is yes.
  private mutating func anotherFollows() -> Bool {
    skipSpace()
    if take(",") {
      skipSpace()
      return true
    }
    guard let byte = next else { return false }
    return (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
  }

  private mutating func colour() -> Bool {
    guard take("#") else { return false }
    let digits = skip { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
    return digits == 3 || digits == 6
  }
}

// MARK: - Paths and transforms

extension DrawingValue {
  /// How many numbers each command takes at a time (SVG 1.1, 8.3), by its capital.
  private static let numbersOfCommand: [UInt8: Int] = [
    UInt8(ascii: "M"): 2, UInt8(ascii: "L"): 2, UInt8(ascii: "H"): 1, UInt8(ascii: "V"): 1, UInt8(ascii: "C"): 6,
    UInt8(ascii: "S"): 4, UInt8(ascii: "Q"): 4, UInt8(ascii: "T"): 2, UInt8(ascii: "A"): 7, UInt8(ascii: "Z"): 0,
  ]

  private mutating func path() -> Bool {
    skipSpace()
    guard next == UInt8(ascii: "M") || next == UInt8(ascii: "m") else { return false }
    while let letter = next {
      let command = letter & 0xDF
      guard letter >= 0x41, let size = Self.numbersOfCommand[command] else { return false }
      at += 1
      let isArc = command == UInt8(ascii: "A")
      guard size == 0 || sets(of: size, isArc: isArc) else { return false }
      skipSpace()
    }
    return true
  }

  private mutating func sets(of size: Int, isArc: Bool) -> Bool {
    var place = 0
    let count = numbers { value in
      // An arc's two flags are single digits, which may stand without a space before what follows.
      let isFlag = isArc && (place == 3 || place == 4)
      place = (place + 1) % size
      return isFlag ? value.take("0") || value.take("1") : value.number() != nil
    }
    return count.map { $0.isMultiple(of: size) } ?? false
  }

  private mutating func transforms() -> Bool {
    repeat {
      skipSpace()
      guard let counts = function(), let count = numbers({ $0.number() != nil }), counts.contains(count) else {
        return false
      }
      skipSpace()
      guard take(")") else { return false }
      skipSpace()
    } while next != nil
    return true
  }

  /// How many numbers the function that begins here may have.
  private mutating func function() -> [Int]? {
    if take("translate(") || take("scale(") { return [1, 2] }
    if take("rotate(") { return [1, 3] }
    if take("skewX(") || take("skewY(") { return [1] }
    if take("matrix(") { return [6] }
    return nil
  }
}
