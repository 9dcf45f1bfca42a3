import Assessment

/// What an officer sends to have somebody erased.
package struct ErasureOrder: Equatable, Sendable {
  package let person: Int64
  package let reason: String
  package let document: String
  package let isConfirmed: Bool

  package init(person: Int64, reason: String, document: String, isConfirmed: Bool) {
    self.person = person
    self.reason = reason
    self.document = document
    self.isConfirmed = isConfirmed
  }
}

extension Kiosk {
  /// Reasons an officer may give; the others are the program's own.
  package static let erasureReasons: [Erasure.Reason] = [.asked, .withdrawn, .mistaken]

  /// Takes away who somebody was: name, number, birth, former names, guardian, needs and chosen answers, of the records
  /// merged into this one too. Counts, slips and the log stay, and the log says that it was done.
  ///
  /// - Throws: ``UseCaseError/privacy(_:)`` with everything that stands in the way.
  package func erasePerson(_ order: ErasureOrder, by account: StaffID) throws {
    let person = try standing(order.person)
    let reason = Erasure.Reason(rawValue: order.reason).flatMap { Self.erasureReasons.contains($0) ? $0 : nil }
    let document = OfficeName.tidy(order.document, most: RuleAct.longestText)
    var faults: [PrivacyFault] = []
    if reason == nil { faults.append(.reason) }
    if document == nil { faults.append(.document) }
    if !order.isConfirmed { faults.append(.unconfirmed) }
    if let open = try store.openAttempt(of: person) { faults.append(.openAttempt(open)) }
    guard faults.isEmpty, let reason else { throw UseCaseError.privacy(faults) }
    try erase(person, for: reason, document: document, by: account)
  }

  /// The record that speaks for a person, who is still there.
  func standing(_ id: Int64) throws -> Int64 {
    let person = try store.merge(of: id)?.kept ?? id
    if let erasure = try store.erasure(of: person) {
      throw UseCaseError.privacy([.erased(on: CivilDate(erasure.at))])
    }
    guard try store.candidate(person) != nil else { throw UseCaseError.desk(.unknownPerson) }
    return person
  }

  func erase(_ person: Int64, for reason: Erasure.Reason, document: String?, by account: StaffID?) throws {
    for record in [person] + (try store.merges(into: person).map(\.merged)) {
      guard let key = try store.erasureKey(of: record) else { continue }
      let now = clock.now()
      let attempts = try store.erase(
        Erasure(person: record, key: key, reason: reason, document: document, account: account, at: now))
      let who = account.map(String.init) ?? "none"
      try store.append(
        Event(
          .personErased, digest: key,
          note: "account=\(who) person=\(record) reason=\(reason.rawValue) attempts=\(attempts)"), at: now)
    }
  }

  /// Erases once more what an older copy of the data has brought back.
  ///
  /// - Parameter keys: of a list that lay beside the copy.
  /// - Returns: how many.
  package func repeatErasures(keyed keys: Set<[UInt8]> = []) throws -> Int {
    let unfinished = try store.unfinishedErasures()
    for erasure in unfinished {
      try erase(erasure.person, for: .restored, document: nil, by: nil)
    }
    let people = try store.people(keyed: keys)
    for person in people { try erase(person, for: .restored, document: nil, by: nil) }
    return unfinished.count + people.count
  }
}
