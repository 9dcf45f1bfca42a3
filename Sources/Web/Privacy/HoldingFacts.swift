import Assessment
import Slip
import UseCases

/// What is held on a person in words, for the screen and for paper.
struct HoldingFacts {
  let holding: PersonHolding
  let audiences: [Audience]

  /// - Parameter isWhole: the number with all its digits.
  func particulars(isWhole: Bool) -> [(String, String)] {
    let (file, facts) = (holding.file, holding.facts)
    var all = [
      (PrivacyWording.name, file.name),
      (PrivacyWording.number, Self.number(file.number, isWhole: isWhole)),
      (PrivacyWording.birth, ConfirmationWording.birth(facts.birth)),
      (
        PrivacyWording.sex,
        facts.sex.map { $0 == .male ? PrivacyWording.male : PrivacyWording.female } ?? PrivacyWording.unknown
      ),
      (PrivacyWording.firstSeen, Formatting.date(CivilDate(facts.firstSeenAt))),
    ]
    if !file.formerNames.isEmpty {
      all.append((PrivacyWording.formerNames, file.formerNames.map(\.name).joined(separator: ", ")))
    }
    if !file.merged.isEmpty {
      let merged = file.merged.map { "\($0.name) (\(Self.number($0.number, isWhole: isWhole)))" }
      all.append((PrivacyWording.merged, merged.joined(separator: ", ")))
    }
    if !holding.certificates.isEmpty {
      all.append((PrivacyWording.certificates, holding.certificates.map(\.course).joined(separator: ", ")))
    }
    return all
  }

  private static func number(_ number: CitizenNumber, isWhole: Bool) -> String {
    isWhole ? number.digits : SlipDeskWording.numberEnding(number.lastThree)
  }

  func attempt(_ held: HeldAttempt) -> String {
    let audience = audiences.first { $0.id == held.summary.audience }?.name ?? held.summary.audience.text
    let day = Formatting.date(CivilDate(held.summary.submittedAt ?? held.summary.beganAt))
    return "\(PersonWording.attempt(held.summary.id)), \(day), \(audience): \(outcome(held.summary))"
  }

  private func outcome(_ attempt: PersonAttempt) -> String {
    switch attempt.state {
    case .voided: return PersonWording.voided
    case .seating, .inProgress, .paused: return PersonWording.open
    case .submitted:
      guard let right = attempt.right, let asked = attempt.asked, let isPassed = attempt.isPassed else {
        return PersonWording.notJudged
      }
      return isPassed ? PersonWording.passed(right, asked) : PersonWording.notPassed(right, asked)
    }
  }

  func consent(_ held: HeldAttempt) -> String {
    held.record.noticeVersion.map { PrivacyWording.consent($0, Formatting.dateAndTime(held.record.beganAt)) }
      ?? PrivacyWording.consentNone
  }

  /// What the desk wrote down, sentence by sentence.
  func settled(_ held: HeldAttempt) -> [String] {
    var said = held.seatedBy.map { [PrivacyWording.seatedBy($0)] } ?? []
    if let settled = held.settled {
      said += [settled.hamlet].compactMap { $0 } + settled.tags
      if !settled.accommodations.needs.isEmpty { said.append(PrivacyWording.needs(settled.accommodations.needs.count)) }
      if let guardian = settled.guardian { said.append(agreement(guardian, held.seatedBy ?? "")) }
    }
    if !held.help.acts.isEmpty { said.append(PrivacyWording.help(held.help.acts.count)) }
    return said
  }

  private func agreement(_ guardian: GuardianAgreement, _ clerk: String) -> String {
    let relation: PrivacyWording.GuardianName =
      switch guardian.relation {
      case .mother: .mother
      case .father: .father
      case .guardian: .guardian
      }
    return PrivacyWording.guardian(relation, guardian.name, Formatting.dateAndTime(guardian.at), clerk)
  }

  func slip(_ held: HeldAttempt) -> String {
    held.slip.map { "\(PersonWording.slip($0.serial)) · \(SpokenCode($0.token).text)" } ?? ""
  }

  var entries: [String] {
    holding.entries.map {
      PrivacyWording.entry($0.batch, ConfirmationWording.state($0.state), $0.reason)
    }
  }

  var looks: [String] {
    holding.disclosures.map {
      "\(Formatting.dateAndTime($0.disclosure.at)), \($0.who ?? PrivacyWording.console): \(PrivacyWording.what($0))"
    }
  }
}
