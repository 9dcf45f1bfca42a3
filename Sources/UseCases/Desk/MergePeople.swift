import Assessment

extension Kiosk {
  /// Makes two records of one person one. The attempts of the second follow the first; its own particulars stay where they
  /// are, and its number leads to the first from now on.
  ///
  /// - Throws: ``DeskRefusal/bothNumbersReal`` where two numbers that can both be somebody's come without a reason.
  package func mergePeople(_ merged: Int64, into kept: Int64, for reason: Reason.ID?, by account: StaffID) throws {
    guard merged != kept else { throw UseCaseError.desk(.samePerson) }
    guard try store.merge(of: merged) == nil, try store.merge(of: kept) == nil,
      let one = try store.candidate(merged), let other = try store.candidate(kept)
    else { throw UseCaseError.desk(.unknownPerson) }
    let given = try reason.map { try checked($0, for: .mergePeople) }
    let areReal = one.number.isPlausible && other.number.isPlausible
    guard given != nil || !areReal else { throw UseCaseError.desk(.bothNumbersReal) }
    if let first = try store.openAttempt(of: merged), let second = try store.openAttempt(of: kept) {
      throw UseCaseError.desk(.bothHaveOpenAttempts(first, second))
    }
    try store.merge(Merge(kept: kept, merged: merged, account: account, reason: given, at: clock.now()))
    let why = given.map { " reason=\($0)" } ?? ""
    try store.append(
      Event(.peopleMerged, note: "account=\(account) person=\(merged) into=\(kept)\(why)"), at: clock.now())
  }
}
