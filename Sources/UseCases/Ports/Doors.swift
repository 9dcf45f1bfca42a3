/// Where this box is reached, and what its encrypted door is known by. Asked anew for every page: the door may open later
/// than the service, and get another certificate while it runs.
package protocol DoorFacts: Sendable {
  /// As the box's own browser has it: `http://127.0.0.1:8080/`; nil before the service listens.
  func kioskURL() -> String?
  func officeDoor() -> OfficeDoorState
}

package enum OfficeDoorState: Equatable, Sendable {
  /// The office has not turned it on.
  case off
  /// Turned on, but something keeps it shut: the log says what.
  case shut
  case open(OfficeDoorAddress)
}

/// What a tablet is told, and what whoever enrols it compares.
package struct OfficeDoorAddress: Equatable, Sendable {
  /// As `https://hop.local:8443/`.
  package let url: String
  /// SHA-256 of the certificate that tablets are to trust: sixteen groups of four hexadecimal digits.
  package let fingerprint: String
  /// That certificate in DER, whose SHA-256 is the fingerprint; nil where somebody else's authority stands above the
  /// door's.
  package let authority: [UInt8]?

  package init(url: String, fingerprint: String, authority: [UInt8]?) {
    self.url = url
    self.fingerprint = fingerprint
    self.authority = authority
  }
}
