import Certificates

/// The encrypted door for the office's network, as `sathach.conf` sets it. Closed unless an office opens it.
struct OfficeDoorSettings: Equatable {
  var isOn = false
  var port: UInt16 = 8443
  var address = "0.0.0.0"
  /// What browsers call the box by; empty where its addresses are to be found by itself.
  var names: [SubjectName] = []
  /// Plain requests here are led to the encrypted port; 0 listens for none.
  var redirectPort: UInt16 = 8081

  static let keys = ["office-door", "office-port", "office-address", "office-names", "office-redirect-port"]
  /// As many as a certificate holds without growing beyond a packet or two.
  static let mostNames = 20

  /// What was expected, where `value` is none for `key`.
  struct Refusal: Error {
    let expected: String
  }

  /// Takes one of ``keys``.
  mutating func set(_ key: String, to value: String) throws(Refusal) {
    switch key {
    case "office-door":
      guard ["on", "off"].contains(value) else { throw Refusal(expected: "on or off") }
      isOn = value == "on"
    case "office-port":
      guard let number = UInt16(value), number > 0 else { throw Refusal(expected: "a port from 1 to 65535") }
      port = number
    case "office-redirect-port":
      guard let number = UInt16(value) else { throw Refusal(expected: "a port from 1 to 65535, or 0 for none") }
      redirectPort = number
    case "office-address":
      guard case .address? = SubjectName(value) else { throw Refusal(expected: "an address in figures, as 0.0.0.0") }
      address = value
    default: names = try Self.names(in: value)
    }
  }

  private static func names(in value: String) throws(Refusal) -> [SubjectName] {
    var names: [SubjectName] = []
    for part in value.split(separator: ",", omittingEmptySubsequences: false) where !value.isEmpty {
      guard let name = SubjectName(part.trimmed) else {
        throw Refusal(expected: "host names or addresses in figures, separated by commas")
      }
      if !names.contains(name) { names.append(name) }
    }
    guard names.count <= mostNames else { throw Refusal(expected: "at most \(mostNames) names") }
    return names
  }
}
