import Assessment

/// A kiosk or tablet of this office, enrolled once by a code on the desk's screen.
package struct Device: Equatable, Sendable {
  package typealias ID = Int64
  /// What stands on the sticker; free again once a device is retired.
  package static let numbers = 1...99
  package static let longestName = 60

  package let id: ID
  package let number: Int
  package let name: String
  package let enrolledAt: Moment
  package let retiredAt: Moment?

  package init(id: ID, number: Int, name: String, enrolledAt: Moment, retiredAt: Moment?) {
    self.id = id
    self.number = number
    self.name = name
    self.enrolledAt = enrolledAt
    self.retiredAt = retiredAt
  }
}

package protocol DeviceStore {
  /// - Parameter tokenDigest: SHA-256 of the 128 bits that the device keeps in its cookie.
  func addDevice(number: Int, name: String, tokenDigest: [UInt8], at moment: Moment) throws -> Device.ID
  func device(_ id: Device.ID) throws -> Device?
  /// The device in use with this token; nil for a retired one too.
  func device(tokenDigest: [UInt8]) throws -> Device?
  /// Devices in use, by number.
  func devices() throws -> [Device]
  /// - Returns: whether it was in use.
  func retireDevice(_ id: Device.ID, at moment: Moment) throws -> Bool
  /// Notes on which device the attempt of a session is; to be called once the session is bound.
  func place(_ session: SessionID, at device: Device.ID?) throws
}

/// Remembers, in memory only, when each device and each attempt last asked for anything.
package protocol Presences: Sendable {
  func note(_ device: Device.ID?, attempt: Attempt.ID?, at instant: Int64)
  func lastSeen(device: Device.ID) -> Presence?
  func lastSeen(attempt: Attempt.ID) -> Presence?
}

/// A request, and from where.
package struct Presence: Equatable, Sendable {
  /// Milliseconds of the monotonic clock.
  package let instant: Int64
  package let device: Device.ID?
  package let attempt: Attempt.ID?
}

/// The bookkeeping behind ``Presences``, for one thread at a time.
package struct ScreenLedger: Sendable {
  /// Attempts remembered; beyond them those that were silent longest are forgotten.
  package static let mostAttempts = 512

  private var devices: [Device.ID: Presence] = [:]
  private var attempts: [Attempt.ID: Presence] = [:]

  package init() {}

  package mutating func note(_ device: Device.ID?, attempt: Attempt.ID?, at instant: Int64) {
    let presence = Presence(instant: instant, device: device, attempt: attempt)
    if let device { devices[device] = presence }
    guard let attempt else { return }
    attempts[attempt] = presence
    if attempts.count > Self.mostAttempts, let oldest = attempts.min(by: { $0.value.instant < $1.value.instant }) {
      attempts[oldest.key] = nil
    }
  }

  package func lastSeen(device: Device.ID) -> Presence? { devices[device] }
  package func lastSeen(attempt: Attempt.ID) -> Presence? { attempts[attempt] }
}
