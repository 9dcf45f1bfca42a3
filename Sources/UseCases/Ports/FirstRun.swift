/// What is asked for while a box is set up in the browser, one page each, in this order. What stands before
/// ``restart`` becomes lines of the box's settings; what follows needs them in force.
package enum SetupStep: String, Sendable, CaseIterable {
  /// Whose box it is: office, commune, number.
  case place
  /// Where colleagues get in: the office's network, this screen, or both.
  case doors
  case printer
  case backups
  /// What was said goes into the settings, and the service starts anew with them.
  case restart
  case clock
  /// The public half of the box's key goes to the province, on a stick.
  case key
  /// The key that opens backups goes into the safe.
  case recovery
  /// A slip is printed and read back.
  case slip

  package static let settings: [SetupStep] = [.place, .doors, .printer, .backups]
}

/// A line of the settings, as `sathach.conf` would have it.
package struct SetupLine: Equatable, Sendable {
  package let key: String
  package let value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}

/// How far a set-up is. Kept on the disk, so that it goes on after a power cut.
package struct SetupState: Equatable, Sendable {
  /// What was said; what was not said yet has the value that is in force.
  package var values: [String: String]
  package var done: Set<SetupStep>
  /// Why the settings could not be taken, in the operator's words; nil where nothing went wrong.
  package var obstacle: String?
  /// What stands on the slip that was printed to be read back; nil where none was.
  package var slipCode: String?

  package init(
    values: [String: String] = [:], done: Set<SetupStep> = [], obstacle: String? = nil, slipCode: String? = nil
  ) {
    self.values = values
    self.done = done
    self.obstacle = obstacle
    self.slipCode = slipCode
  }

  /// Where to go on; nil where all is done.
  package var next: SetupStep? { SetupStep.allCases.first { !done.contains($0) } }

  /// Nothing may be written down under settings that were never put in force.
  package func isReachable(_ step: SetupStep) -> Bool {
    if SetupStep.settings.contains(step) { return true }
    if step == .restart { return SetupStep.settings.allSatisfy(done.contains) }
    return done.contains(.restart)
  }
}

/// The recovery key, to be shown this once.
package struct RecoveryKeyText: Equatable, Sendable {
  /// Groups of letters and digits.
  package let groups: [String]
  package let fingerprint: String

  package init(groups: [String], fingerprint: String) {
    self.groups = groups
    self.fingerprint = fingerprint
  }
}

/// Why a step of the set-up did not go.
package enum SetupFault: Error, Equatable, Sendable {
  /// No value of that setting.
  case setting(String)
  /// There is no such folder, or nothing can be written there.
  case folder(path: String)
  case noPrinter
  /// Not what stands on the slip.
  case otherCode
}

/// Setting a box up in the browser. Touches files: belongs beside the writer.
package protocol FirstRun: Sendable {
  /// Whether this start of the service is one of a box that is being set up.
  var isOpen: Bool { get }
  /// Somebody has begun: from now on it stays open until it is finished.
  func begin() throws
  func state() throws -> SetupState
  /// Keeps what a step says, where all of it could stand in the settings, and takes the step for done.
  ///
  /// - Throws: ``SetupFault/setting(_:)`` with the first key that could not.
  func keep(_ lines: [SetupLine], of step: SetupStep) throws
  func note(_ step: SetupStep) throws
  func note(slipCode: String) throws
  /// Folders of sticks that are plugged in.
  func sticks() -> [String]
  /// Makes a folder of the box's own on a stick; one that is there is fine.
  func makeFolder(_ path: String) throws
  /// Starts the service anew, which takes what was said into its settings first.
  func restart() throws
  /// - Returns: the file that was written.
  func savePublicKey(in folder: String) throws -> String
  /// The public half as a text for a symbol.
  func publicKey() throws -> String
  var hasRecoveryKey: Bool { get }
  /// Makes one in the place of one that nobody has kept. Backups made before stay with that.
  func makeRecoveryKey() throws -> RecoveryKeyText
  /// Closes the set-up for good, and starts the service anew.
  func finish() throws
}

/// A box that is set up already, or by a file.
package struct NoFirstRun: FirstRun {
  package init() {}

  package var isOpen: Bool { false }
  package var hasRecoveryKey: Bool { true }
  package func begin() {}
  package func state() -> SetupState { SetupState() }
  package func keep(_ lines: [SetupLine], of step: SetupStep) {}
  package func note(_ step: SetupStep) {}
  package func note(slipCode: String) {}
  package func sticks() -> [String] { [] }
  package func makeFolder(_ path: String) {}
  package func restart() {}
  package func savePublicKey(in folder: String) throws -> String { throw SetupFault.folder(path: folder) }
  package func publicKey() -> String { "" }
  package func makeRecoveryKey() -> RecoveryKeyText { RecoveryKeyText(groups: [], fingerprint: "") }
  package func finish() {}
}
