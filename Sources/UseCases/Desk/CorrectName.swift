import Assessment

extension Kiosk {
  /// Mends a misspelt name; the old one is kept beside it. Slips have no name in them and stay as they are.
  package func correctName(of person: Int64, to name: String, by account: StaffID) throws {
    guard let stored = try store.candidate(person) else { throw UseCaseError.desk(.unknownPerson) }
    guard let tidy = PersonName.tidy(name) else { throw UseCaseError.particulars([.name]) }
    guard tidy != stored.name else { throw UseCaseError.desk(.nameUnchanged) }
    try store.correctName(of: person, to: tidy, by: account, at: clock.now())
    try store.append(Event(.nameCorrected, note: "account=\(account) person=\(person)"), at: clock.now())
    try noteCorrection(of: person, by: account)
  }
}
