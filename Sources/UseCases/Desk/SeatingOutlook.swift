import Assessment

/// What a clerk should know about somebody before seating them.
package struct SeatingOutlook: Equatable, Sendable {
  /// An attempt that is open already, with its seat number.
  package struct Open: Equatable, Sendable {
    package let attempt: Attempt.ID
    package let seat: SeatNumber?
    /// Nobody sits there yet, so that the seat number can simply be said again.
    package let isWaiting: Bool

    package init(attempt: Attempt.ID, seat: SeatNumber?, isWaiting: Bool) {
      self.attempt = attempt
      self.seat = seat
      self.isWaiting = isWaiting
    }
  }

  package let candidate: Candidate
  package let open: Open?
  /// Audiences that come too early, with the first day that does not.
  package let earliest: [Audience.ID: CivilDate]
  /// When the person's last slip was issued, by the day.
  package let lastSlip: CivilDate?
  /// The name on record where it is another one: the number may be mistyped.
  package let nameOnRecord: String?
  package let needsGuardian: Bool
  /// What this person took last, else what this clerk seated last, else the first there is.
  package let likeliest: Audience.ID?
}

/// A kiosk or tablet that somebody could be asked to.
package struct SeatingDevice: Equatable, Sendable {
  package let device: Device
  package let isFree: Bool
  /// Heard from lately, or not since the service started.
  package let isThere: Bool
}

extension Kiosk {
  /// Reads only.
  package func outlook(for candidate: Candidate, by account: StaffID) throws -> SeatingOutlook {
    let today = CivilDate(clock.now())
    let person = try store.person(with: candidate.number)
    let name = try person.flatMap { try store.candidate($0)?.name }
    return SeatingOutlook(
      candidate: candidate, open: try person.flatMap(open), earliest: try earliest(for: person, today: today),
      lastSlip: try person.flatMap { try store.slips(of: $0).first }.map { CivilDate($0.issuedAt) },
      nameOnRecord: name == candidate.name ? nil : name, needsGuardian: candidate.age(on: today) < Self.guardianAge,
      likeliest: try likeliest(person, account))
  }

  private func open(_ person: Int64) throws -> SeatingOutlook.Open? {
    guard let id = try store.openAttempt(of: person), let record = try store.attempt(id) else { return nil }
    return SeatingOutlook.Open(
      attempt: id, seat: try store.seatNumber(of: id),
      isWaiting: record.attempt.state == .seating ? try !store.isBound(id) : false)
  }

  private func earliest(for person: Int64?, today: CivilDate) throws -> [Audience.ID: CivilDate] {
    guard let person, let last = try store.lastSubmission(of: person) else { return [:] }
    var dates: [Audience.ID: CivilDate] = [:]
    for audience in try store.audiences() {
      guard let content = try store.currentVersion(for: audience.id) else { continue }
      let date = CivilDate(last).adding(days: try store.rules(content).blueprint.retakeDelayDays)
      if today < date { dates[audience.id] = date }
    }
    return dates
  }

  private func likeliest(_ person: Int64?, _ account: StaffID) throws -> Audience.ID? {
    let known = try store.audiences().map(\.id)
    let wanted = [try person.flatMap { try store.lastAudience(of: $0) }, try store.lastAudience(seatedBy: account)]
    return wanted.compactMap { $0 }.first { known.contains($0) } ?? known.first
  }

  /// Free ones that are there first, then by number.
  package func seatingDevices() throws -> [SeatingDevice] {
    let busy = try store.busyDevices()
    let now = clock.monotonic()
    let devices = try store.devices().map { device in
      let silence = presences.lastSeen(device: device.id).map { now - $0.instant }
      return SeatingDevice(
        device: device, isFree: !busy.contains(device.id), isThere: (silence ?? 0) <= Self.lostAfter)
    }
    func rank(_ device: SeatingDevice) -> Int { (device.isFree ? 0 : 2) + (device.isThere ? 0 : 1) }
    return devices.sorted { (rank($0), $0.device.number) < (rank($1), $1.device.number) }
  }
}
