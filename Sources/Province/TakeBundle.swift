import Assessment
import Bundles
import Slip
import UseCases

/// Takes one examined bundle into the store, exactly once.
package struct TakeBundle {
  let intake: any BundleIntake
  let secrets: any ProvinceSecrets
  let clock: any KioskClock

  package init(intake: any BundleIntake, secrets: any ProvinceSecrets, clock: any KioskClock) {
    (self.intake, self.secrets, self.clock) = (intake, secrets, clock)
  }

  /// - Parameter isVouched: see ``BundleDecision``.
  /// - Throws: what the store or the disk fails with; then nothing of the bundle is there, and it may be handed in again.
  package func callAsFunction(_ bundle: ExaminedBundle, isVouched: Bool) throws -> BundleOutcome {
    do {
      let outcome = try intake.importing(bundle.head.issuer) { try take(bundle, isVouched: isVouched, into: $0) }
      if case .waiting(let wait) = outcome { try intake.note(received(bundle, .waiting(wait))) }
      return outcome
    } catch let refused as BundleRefused {
      try intake.note(received(bundle, .refused(refused.refusal)))
      return .refused(refused.refusal)
    }
  }

  private func take(
    _ bundle: ExaminedBundle, isVouched: Bool, into intake: any OpenIntake
  ) throws -> BundleOutcome {
    let head = bundle.head
    if try intake.isApplied(number: head.number, digest: bundle.digest) { return .again }
    let decision = BundleDecision(
      number: head.number, previous: head.previous, isKeyWithdrawn: bundle.isKeyWithdrawn, isVouched: isVouched,
      lastNumber: intake.standing?.lastNumber ?? 0, lastDigest: intake.standing?.lastDigest)
    switch decision {
    case .wait(let wait): return .waiting(wait)
    case .refuse(let refusal): throw BundleRefused(refusal)
    case .apply: break
    }
    do {
      try unpack(bundle, into: intake)
      // The file may lie where somebody else writes.
      guard try bundle.source.check() == bundle.digest else { throw BundleFault.bodyDigest }
    } catch let fault as BundleFault {
      throw BundleRefused(BundleRefusal(fault))
    }
    try intake.finish(received(bundle, .applied), records: head.recordCount)
    return .applied(records: head.recordCount)
  }

  private func unpack(_ bundle: ExaminedBundle, into intake: any OpenIntake) throws {
    guard let opening = secrets.opening(bundle.head.sealedKey) else { throw BundleFault.contentKey }
    let commune = Commune(bundle.head.issuer)
    var number = 0
    try bundle.source.forEachRecord { record, bytes in
      number += 1
      // A box speaks for its own commune only; there also for the box it was before.
      guard record.origins.allSatisfy({ Commune($0) == commune }) else {
        throw BundleFault.recordField(record: number, .origin)
      }
      if case .person(let person) = record {
        let particulars = try BundledParticulars.opened(person, opening)
        try intake.add(
          person, key: particulars.map { secrets.personKey(PersonWords.of($0, in: commune)) },
          personal: particulars.map { secrets.seal($0.joined, purpose: PersonWords.purpose(of: person.id)) })
      } else {
        try intake.add(record, bytes: bytes)
      }
    }
  }

  private func received(_ bundle: ExaminedBundle, _ state: BundleState) -> ReceivedBundle {
    let now = clock.now()
    return ReceivedBundle(
      issuer: bundle.head.issuer, number: bundle.head.number, digest: bundle.digest, state: state,
      madeAt: Moment(milliseconds: bundle.head.madeAt * 1_000), size: bundle.size, firstSeenAt: now, changedAt: now)
  }
}

/// Whom the province takes a person for, and how particulars are kept.
package enum PersonWords {
  /// A citizen number names one person everywhere; a number that an office made, only there.
  package static func of(_ particulars: BundledParticulars, in commune: Commune) -> String {
    if let number = CitizenNumber(particulars.number) { return "citizen \(number.digits)" }
    return "made \(commune.code) \(particulars.number)"
  }

  /// What sealed particulars are bound to.
  package static func purpose(of id: BundledID) -> String { "box_person.personal \(id.origin.text) \(id.number)" }
}

extension BundledParticulars {
  /// In the order name, number, birth, a line each. Names hold no line ends.
  package var joined: String {
    [name, number, birth].map { $0.filter { !$0.isNewline } }.joined(separator: "\n")
  }

  /// Nil for what ``joined`` never gives.
  package init?(joined text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3 else { return nil }
    self.init(name: lines[0], number: lines[1], birth: lines[2])
  }
}

extension BundleRecord {
  /// The boxes whose things it speaks of.
  package var origins: [Issuer] {
    switch self {
    case .person(let person): [person.id.origin]
    case .attempt(let attempt): [attempt.id.origin] + (attempt.person.map { [$0.origin] } ?? [])
    case .responses(let responses): [responses.attempt.origin]
    case .slip(let slip): [slip.issuer, slip.attempt.origin]
    case .revocation(let revocation): [revocation.issuer]
    case .confirmation(let confirmation): [confirmation.issuer]
    case .merge(let merge): [merge.merged.origin, merge.kept.origin]
    case .erasure(let erasure): [erasure.person.origin]
    case .certificate(let certificate): [certificate.person.origin]
    case .rules, .bank: []
    }
  }
}
