import Assessment

extension Kiosk {
  /// Enrols a kiosk or tablet under a number that is free.
  ///
  /// - Parameter token: 128 bits or more, kept in the device's cookie and here only as a digest.
  @discardableResult
  package func enrolDevice(number: Int, name: String, token: [UInt8], by account: StaffID) throws -> Device.ID {
    let tidy = try checkedDevice(number: number, name: name)
    guard token.count >= 16 else { throw UseCaseError.desk(.officeName) }
    let id = try store.addDevice(
      number: number, name: tidy, tokenDigest: secrets.sha256(token), at: clock.now())
    try store.append(
      Event(.deviceEnrolled, note: "account=\(account) device=\(id) number=\(number)"), at: clock.now())
    return id
  }

  /// Takes a device out of use: its token opens nothing any more, its number is free.
  package func retireDevice(_ id: Device.ID, by account: StaffID) throws {
    guard try store.retireDevice(id, at: clock.now()) else { throw UseCaseError.desk(.unknownDevice) }
    try store.append(Event(.deviceRetired, note: "account=\(account) device=\(id)"), at: clock.now())
  }

  /// The device in use that has this token.
  package func device(token: [UInt8]) throws -> Device? {
    try store.device(tokenDigest: secrets.sha256(token))
  }

  /// To be called for every request of a candidate's page, from a kiosk or tablet: in memory only.
  package func notePresence(_ device: Device.ID?, attempt: Attempt.ID?) {
    presences.note(device, attempt: attempt, at: clock.monotonic())
  }
}
