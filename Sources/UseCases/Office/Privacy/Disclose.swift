import Assessment

extension Kiosk {
  /// Enters into the register and the log that names, or one person's particulars, were taken out or shown whole. In the
  /// same turn in which they leave: what is not written down is not handed over.
  func disclose(_ disclosure: Disclosure, note: String) throws {
    try store.add(disclosure)
    let kind: Event.Kind = disclosure.kind == .fullNumber ? .numberShown : .namesDisclosed
    let who = disclosure.account.map(String.init) ?? "console"
    try store.append(
      Event(kind, digest: disclosure.digest, note: "account=\(who) \(note)"), at: disclosure.at)
  }

  /// A person's whole citizen number, for a colleague who is to answer for having looked.
  package func showNumber(of id: Int64, to account: StaffID) throws -> CitizenNumber {
    let person = try standing(id)
    guard let stored = try store.candidate(person) else { throw UseCaseError.desk(.unknownPerson) }
    try disclose(
      Disclosure(
        kind: .fullNumber, subject: "", person: person, rows: 1, format: "screen", account: account, at: clock.now()),
      note: "person=\(person)")
    return stored.number
  }
}

/// A page of the register, newest first.
package struct DisclosurePage: Sendable {
  package struct Line: Sendable {
    package let disclosure: Disclosure
    /// Nil for the command line.
    package let who: String?
    /// Nil for lists, and for whoever was erased since.
    package let whom: String?
  }

  package let lines: [Line]
  /// What to ask for to read on.
  package let next: Int64?
}

extension Kiosk {
  package static let disclosuresShown = 100

  package func disclosures(before id: Int64? = nil) throws -> DisclosurePage {
    let found = try store.disclosures(before: id ?? .max, most: Self.disclosuresShown + 1)
    let shown = found.prefix(Self.disclosuresShown)
    return DisclosurePage(
      lines: try shown.map(line), next: found.count > shown.count ? shown.last?.id : nil)
  }

  func line(_ disclosure: Disclosure) throws -> DisclosurePage.Line {
    DisclosurePage.Line(
      disclosure: disclosure, who: try disclosure.account.flatMap { try store.account($0)?.name },
      whom: try disclosure.person.flatMap { try store.candidate($0)?.name })
  }
}
