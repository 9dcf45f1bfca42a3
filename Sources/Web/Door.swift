/// The listener a request came in by, which decides what may be asked for there.
package enum Door: String, Sendable, CaseIterable {
  /// This machine's loopback address, without encryption: the browser of the kiosk itself.
  case kiosk
  /// The office's network, encrypted: desk and officers' machines, enrolled tablets.
  case office
}
