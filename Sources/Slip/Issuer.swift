/// The box that makes slips: commune code and device, written `02215-1`.
///
/// The commune is the five-digit code of the state's list, the device a
/// number from 1 to 9999 without leading zeros. `00000-demo` is the sample
/// issuer; commune `00000` and device `demo` occur in no other combination,
/// so that sample data cannot be mistaken for a commune's.
package struct Issuer: Hashable, Sendable {
  /// The text that stands in claims and key lists.
  package let text: String

  package static let sample = Issuer(checked: "00000-demo")

  package init(_ text: String) throws(SlipError) {
    var copy = text
    let isRegular = copy.withUTF8 { Issuer.isRegular($0) }
    guard isRegular || text.utf8.elementsEqual(Issuer.sample.text.utf8) else { throw .notAnIssuer(text) }
    self.text = text
  }

  package init(commune: String, device: Int) throws(SlipError) {
    try self.init("\(commune)-\(device)")
  }

  package var commune: String { String(text.prefix(5)) }

  /// The device as written: a number, or `demo`.
  package var device: String { String(text.dropFirst(6)) }

  package var isSample: Bool { self == .sample }

  private init(checked text: String) { self.text = text }

  private static func isRegular(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (7...10).contains(bytes.count), bytes[5] == 0x2d else { return false }
    guard let commune = Digits.number(bytes[..<5]), commune > 0 else { return false }
    guard Digits.number(bytes[6...]) != nil else { return false }
    return bytes[6] != 0x30
  }
}
