import Sealing
import Slip
import UseCases

/// What a box is to be, as an office or a province writes it once for many boxes: the lines of `sathach.conf`, and what
/// otherwise is done by hand at the first start.
struct SiteFile: Equatable {
  struct Line: Equatable {
    let key: String
    let value: String
  }

  struct Officer: Equatable {
    let login: String
    let name: String
  }

  enum Recovery: Equatable {
    /// Whatever the box has.
    case asItIs
    /// A key is made where there is none, and shown once.
    case make
    /// The public half of a key that somebody has in a safe already.
    case known([UInt8])
  }

  struct Fault: Error, Equatable {
    /// From 1; 0 where a line is missing.
    let line: Int
    let text: String
  }

  /// Everything that is wrong, in the order of the lines.
  struct Faulty: Error, Equatable {
    let faults: [Fault]
  }

  /// Lines for `sathach.conf`, in the file's order.
  private(set) var settings: [Line] = []
  private(set) var recovery = Recovery.asItIs
  private(set) var provinceKey: [UInt8]?
  private(set) var updateKey: [UInt8]?
  /// The folder that gets the public half of the box's key, mostly on a stick.
  private(set) var publicKeyTo: String?
  private var texts: [String: String] = [:]

  var officer: Officer? {
    texts["first-officer"].map { Officer(login: $0, name: texts["first-officer-name"] ?? $0) }
  }

  static let needed = ["office", "commune"]

  init(_ text: String) throws(Faulty) {
    var reading = SiteReading()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      reading.line = index + 1
      guard let pair = reading.pair(line) else { continue }
      take(pair, &reading)
    }
    finish(&reading)
    guard reading.faults.isEmpty else { throw Faulty(faults: reading.faults) }
  }

  private mutating func take(_ pair: Line, _ reading: inout SiteReading) {
    switch pair.key {
    case "first-officer" where Login(pair.value) == nil && !pair.value.isEmpty:
      reading.refuse(pair, "2 to 32 of a-z, 0-9, dot and hyphen")
    case "first-officer", "first-officer-name", "province-fingerprint", "update-fingerprint":
      if !pair.value.isEmpty { texts[pair.key] = pair.value }
    case "recovery-key": takeRecovery(pair, &reading)
    case "province-key": provinceKey = reading.publicKey(pair)
    case "update-key": updateKey = reading.publicKey(pair)
    case "public-key-to":
      guard pair.value.isEmpty || pair.value.hasPrefix("/") else {
        return reading.refuse(pair, "a folder from the root, as /media/usb")
      }
      publicKeyTo = pair.value.isEmpty ? nil : pair.value
    default:
      if reading.isSetting(pair) { settings.append(pair) }
    }
  }

  private mutating func takeRecovery(_ pair: Line, _ reading: inout SiteReading) {
    switch pair.value {
    case "": recovery = .asItIs
    case "make": recovery = .make
    default:
      guard let key = pair.value.hexBytes, key.count == OfficeKey.publicLength else {
        return reading.refuse(pair, "make, the 64 hexadecimal digits of a public half, or nothing")
      }
      recovery = .known(key)
    }
  }

  /// What only shows once every line is read.
  private func finish(_ reading: inout SiteReading) {
    for key in Self.needed where reading.lines[key] == nil {
      reading.faults.append(Fault(line: 0, text: "\"\(key)\" is missing"))
    }
    for (key, other) in [("province", provinceKey), ("update", updateKey)] {
      guard let other, let line = reading.lines["\(key)-key"] else { continue }
      reading.line = line
      reading.confirm("\(key)-key", other, by: texts["\(key)-fingerprint"])
    }
  }
}
