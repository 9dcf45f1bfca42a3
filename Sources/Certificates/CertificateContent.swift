/// What goes into a certificate before anybody signs it: decided without keys, files or a clock.
struct CertificateContent: Equatable {
  enum Role: Equatable {
    case authority
    case server([SubjectName])
  }

  let role: Role
  /// At most 64 bytes each, the most X.520 lets a name have.
  let commonName: String
  let organization: String
  let serial: [UInt8]
  let validity: Validity

  /// The first and the last second of a certificate, since 1970.
  struct Validity: Equatable {
    let from: Int
    let until: Int
  }

  static let day = 86_400
  static let authorityYears = 10
  /// Browsers refuse certificates of more than 398 days.
  static let serverDays = 397
  /// Marks what was made here and may be renewed; a certificate put there by hand does not carry it.
  static let ownMark = "sathach"

  /// Without the serial in its name, two authorities of one office would be taken for each other once both are known.
  ///
  /// - Parameter earliest: when this program was made. An authority is valid from then on, so that tablets trust it
  ///   also if the box's clock was ahead when it was made.
  static func authority(office: String, serial: [UInt8], now: Int, earliest: Int) -> CertificateContent {
    let mark = serial.suffix(4).map(hexadecimal).joined()
    let room = longestName - mark.utf8.count - 1
    return CertificateContent(
      role: .authority, commonName: "\(shortened(office, to: room)) \(mark)",
      organization: shortened(office, to: longestName), serial: serial,
      validity: Validity(from: min(now, earliest) - day, until: now + authorityYears * 365 * day))
  }

  /// Valid from a day ago, because clocks differ, and never longer than its authority.
  static func server(
    _ names: [SubjectName], office: String, serial: [UInt8], now: Int, authorityUntil: Int
  ) -> CertificateContent {
    CertificateContent(
      role: .server(names), commonName: shortened(names.first?.text ?? "localhost", to: longestName),
      organization: shortened(office, to: longestName), serial: serial,
      validity: Validity(from: now - day, until: lastMoment(now: now, authorityUntil: authorityUntil)))
  }

  static func lastMoment(now: Int, authorityUntil: Int) -> Int {
    min(now + (serverDays - 1) * day, authorityUntil)
  }

  /// Sixteen bytes, the first of which makes the number positive and of full length (RFC 5280: 20 at most).
  static func serial(_ random: () -> UInt8) -> [UInt8] {
    var bytes = (0..<16).map { _ in random() }
    bytes[0] = bytes[0] & 0x3f | 0x40
    return bytes
  }

  private static let longestName = 64

  /// The longest beginning of whole characters that fits.
  private static func shortened(_ text: String, to bytes: Int) -> String {
    var short = ""
    for character in text {
      guard short.utf8.count + character.utf8.count <= bytes else { break }
      short.append(character)
    }
    return short
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
