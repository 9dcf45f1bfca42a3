import Assessment
import Slip

extension Kiosk {
  /// Everything held on a person as a file for that person, in the form that `PersonFile` specifies. Noted in the register.
  package func exportPerson(_ id: Int64, by account: StaffID) throws -> [UInt8] {
    let holding = try holding(of: id)
    let bytes = json(of: holding).canonicalBytes
    try disclose(holding, as: .personFile, format: "json", digest: secrets.sha256(bytes), by: account)
    return bytes
  }

  /// The same for a page to be printed.
  package func printPerson(_ id: Int64, by account: StaffID) throws -> PersonHolding {
    let holding = try holding(of: id)
    try disclose(holding, as: .personPaper, format: "paper", digest: [], by: account)
    return holding
  }

  private func disclose(
    _ holding: PersonHolding, as kind: Disclosure.Kind, format: String, digest: [UInt8], by account: StaffID
  ) throws {
    try disclose(
      Disclosure(
        kind: kind, subject: "", person: holding.id, rows: 1, format: format, digest: digest, account: account,
        at: clock.now()),
      note: "person=\(holding.id) format=\(format)")
  }

  func json(of holding: PersonHolding) -> JSON {
    let (file, facts) = (holding.file, holding.facts)
    return JSON.object([
      "format": "sathach-person-1", "office": JSON(office.name), "issuer": JSON(office.issuer.text),
      "madeAt": Self.time(clock.now()), "name": JSON(file.name), "number": JSON(file.number.digits),
      "birth": JSON(facts.birth), "sex": facts.sex.map { JSON($0.rawValue) } ?? JSON(.null),
      "firstSeenAt": Self.time(facts.firstSeenAt),
      "formerNames": JSON(
        file.formerNames.map { JSON.object(["name": JSON($0.name), "until": Self.time($0.entry.at)]) }),
      "mergedRecords": JSON(
        file.merged.map { JSON.object(["name": JSON($0.name), "number": JSON($0.number.digits)]) }),
      "consentWithdrawnAt": holding.withdrawal.map { Self.time($0.at) } ?? JSON(.null),
      "attempts": JSON(holding.attempts.map(Self.json)),
      "certificates": JSON(
        holding.certificates.map {
          JSON.object(["course": JSON($0.course), "seenOn": JSON($0.seenOn.iso)])
        }),
      "confirmations": JSON(
        holding.entries.map {
          JSON.object([
            "list": JSON(Int($0.batch)), "slip": JSON(Int($0.serial)), "state": JSON($0.state.rawValue),
            "reason": $0.reason.map { JSON($0) } ?? JSON(.null), "at": Self.time($0.changedAt),
          ])
        }),
      "disclosures": JSON(
        holding.disclosures.map {
          JSON.object([
            "kind": JSON($0.disclosure.kind.rawValue), "at": Self.time($0.disclosure.at),
            "by": $0.who.map { JSON($0) } ?? JSON(.null),
          ])
        }),
    ])
  }

  private static func json(_ held: HeldAttempt) -> JSON {
    let (summary, record) = (held.summary, held.record)
    return JSON.object([
      "attempt": JSON(Int(summary.id)), "audience": JSON(summary.audience.text),
      "state": JSON(summary.state.rawValue), "beganAt": time(summary.beganAt),
      "submittedAt": summary.submittedAt.map(time) ?? JSON(.null),
      "identity": JSON(record.identity.rawValue), "notice": record.noticeVersion.map { JSON($0) } ?? JSON(.null),
      "right": summary.right.map { JSON($0) } ?? JSON(.null), "asked": summary.asked.map { JSON($0) } ?? JSON(.null),
      "passed": summary.isPassed.map { JSON($0) } ?? JSON(.null), "seating": seating(held),
      "answers": JSON(
        held.rows.map {
          JSON.object([
            "part": JSON($0.place.part.rawValue), "number": JSON($0.place.number), "item": JSON($0.item.text),
            "response": $0.response.map { JSON($0) } ?? JSON(.null),
          ])
        }),
      "help": JSON(
        held.help.acts.map { JSON.object(["kind": JSON($0.kind.rawValue), "at": time($0.at)]) }),
      "slip": held.slip.map { slip in
        JSON.object([
          "serial": JSON(Int(slip.serial)), "code": JSON(SpokenCode(slip.token).text), "issuedAt": time(slip.issuedAt),
          "text": JSON(SlipText.encode(slip.bytes)), "revoked": JSON(summary.isRevoked),
          "prints": JSON(held.prints.map { time($0.at) }),
        ])
      } ?? JSON(.null),
    ])
  }

  private static func seating(_ held: HeldAttempt) -> JSON {
    guard let settled = held.settled else { return JSON(.null) }
    return JSON.object([
      "by": held.seatedBy.map { JSON($0) } ?? JSON(.null), "hamlet": settled.hamlet.map { JSON($0) } ?? JSON(.null),
      "tags": JSON(settled.tags.map { JSON($0) }), "timePercent": JSON(settled.accommodations.time.rawValue),
      "needs": JSON(settled.accommodations.needs.map(\.rawValue).sorted().map { JSON($0) }),
      "guardian": settled.guardian.map {
        JSON.object(["relation": JSON($0.relation.rawValue), "name": JSON($0.name), "at": time($0.at)])
      } ?? JSON(.null),
    ])
  }

  /// Milliseconds since 1970-01-01T00:00:00Z.
  private static func time(_ moment: Moment) -> JSON { JSON(Int(moment.milliseconds)) }
}
