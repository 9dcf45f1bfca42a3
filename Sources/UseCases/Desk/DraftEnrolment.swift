import Assessment

extension Kiosk {
  /// Settles number and name of a kiosk or tablet, and makes the code that the device itself is to bring within fifteen
  /// minutes.
  ///
  /// - Throws: ``DeskRefusal/deviceNumber(_:)``, ``DeskRefusal/officeName``, ``DeskRefusal/deviceNumberTaken(_:)``.
  package func draftEnrolment(number: Int, name: String, by account: StaffID) throws -> EnrolmentDraft {
    let tidy = try checkedDevice(number: number, name: name)
    let code = String(decoding: symbols(Self.codeLength, of: Self.codeSigns), as: UTF8.self)
    let draft = EnrolmentDraft(code: code, number: number, name: tidy, account: account, madeAt: clock.monotonic())
    enrolments.keep(draft)
    return draft
  }

  /// What a code stands for, to be shown on the device before it is enrolled.
  ///
  /// - Parameter peer: whoever asks, for the limit on codes tried out.
  /// - Throws: ``UseCaseError/tooManyLookups(seconds:)``, ``DeskRefusal/unknownEnrolment``.
  package func enrolment(_ code: String, peer: String) throws -> EnrolmentDraft {
    let seconds = lookups.wait(for: "enrolment \(peer)", at: clock.monotonic())
    guard seconds == 0 else { throw UseCaseError.tooManyLookups(seconds: seconds) }
    guard let draft = enrolments.draft(Self.plain(code), at: clock.monotonic()) else {
      throw UseCaseError.desk(.unknownEnrolment)
    }
    return draft
  }

  /// Enrols the device that brings a code, which is used up.
  ///
  /// - Returns: the draft, and what the device keeps in its cookie from now on.
  /// - Throws: what ``enrolment(_:peer:)`` and ``enrolDevice(number:name:token:by:)`` throw.
  package func enrol(_ code: String, peer: String) throws -> (draft: EnrolmentDraft, token: SessionID) {
    let draft = try enrolment(code, peer: peer)
    // Somebody who has left the office meanwhile enrols nothing.
    guard let token = SessionID(chance.bytes(16)), let account = try store.account(draft.account),
      !account.isDisabled
    else { throw UseCaseError.desk(.unknownEnrolment) }
    try enrolDevice(number: draft.number, name: draft.name, token: token.bytes, by: draft.account)
    // Last, so that a refusal leaves the code as it is. Should the commit fail, another code is asked for.
    enrolments.forget(draft.code)
    return (draft, token)
  }

  /// The lowest number that neither a device nor a code has, to be proposed; nil where all are taken.
  package func freeDeviceNumber() throws -> Int? {
    let taken = Set(try store.devices().map(\.number) + enrolments.drafts(at: clock.monotonic()).map(\.number))
    return Device.numbers.first { !taken.contains($0) }
  }

  /// - Returns: the name without needless spaces.
  func checkedDevice(number: Int, name: String) throws -> String {
    guard Device.numbers.contains(number) else { throw UseCaseError.desk(.deviceNumber(number)) }
    guard let tidy = OfficeName.tidy(name, most: Device.longestName) else { throw UseCaseError.desk(.officeName) }
    guard try !store.devices().contains(where: { $0.number == number }) else {
      throw UseCaseError.desk(.deviceNumberTaken(number))
    }
    return tidy
  }
}
