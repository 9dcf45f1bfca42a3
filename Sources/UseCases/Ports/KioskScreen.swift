/// The session of the operating system that shows the kiosk on this machine's screen.
package protocol KioskScreen: Sendable {
  /// Whether there is one that can be asked to end.
  var canEnd: Bool { get }
  /// Asks for its end; it comes within seconds.
  func end() throws
}
