import Assessment
import Slip

package struct FoundSlip: Equatable, Sendable {
  package let slip: StoredSlip
  /// What the paper says.
  package let claims: Claims
  package let person: Int64?
  /// As it is now, not as it was when the slip was made.
  package let name: String?
  package let prints: Int
  /// How the last sheet stands at the box's own printer; nil where nothing is known of it.
  package let printing: PrintStanding?
  package let revocation: Revocation?
}

package struct FoundPerson: Equatable, Sendable {
  package let id: Int64
  package let name: String
  package let number: CitizenNumber
  package let birthYear: Int?
  /// Tested ones.
  package let attempts: Int
}

/// What the desk found: slips newest first, and people, at most ``Kiosk/mostFound`` of each.
package struct FoundRecords: Equatable, Sendable {
  package let slips: [FoundSlip]
  package let people: [FoundPerson]
  /// There are more than are shown.
  package let isCut: Bool
}

extension Kiosk {
  package static let mostFound = 50
  /// Names are sealed, so that a search opens them one by one: the newest so many people.
  package static let mostPeopleSearched = 20_000
  /// How far back the queue looks for slips that never came on paper; older ones are found by asking for them.
  package static let queueReach = 2_000

  /// Finds slips and people of this box. Opens many seals for a name: on a reader, never on the writer.
  package func findRecords(_ query: SlipQuery) throws -> FoundRecords {
    switch query {
    case .name(let text): return try records(of: people(named: text))
    case .number(let number): return try records(of: store.person(with: number).map { [$0] } ?? [])
    case .serial(let serial): return try records(with: store.slip(serial: serial))
    case .spokenCode(let text): return try records(with: store.slip(with: token(text)))
    case .scanned(let text): return try records(with: slip(scanned: text))
    case .printed(let issuer, let serial):
      guard office.keepsSlips(of: issuer) else { throw UseCaseError.desk(.foreignSlip(issuer)) }
      return try records(with: store.slip(serial: serial))
    }
  }

  /// Slips that were never put on paper and still count, newest first.
  package func slipsToPrint() throws -> [FoundSlip] {
    try store.unprintedSlips(reach: Self.queueReach, most: Self.mostFound).map(found)
  }

  func found(_ slip: StoredSlip) throws -> FoundSlip {
    let person = try store.attempt(slip.attempt)?.person
    let prints = try store.printCount(of: slip.serial)
    return FoundSlip(
      slip: slip, claims: try claims(of: slip), person: person,
      name: try person.flatMap { try store.candidate($0)?.name }, prints: prints,
      printing: printing(of: slip.attempt, copy: prints), revocation: try store.revocation(of: slip.serial))
  }

  /// A sheet is counted before it comes out, so that the count alone does not tell whether it has.
  func printing(of attempt: Attempt.ID, copy: Int) -> PrintStanding? {
    copy > 0 ? printer.standing(of: SheetOrder.Name(attempt: attempt, copy: copy)) : nil
  }

  /// What the stored bytes say. This box has signed them, so nothing is verified.
  func claims(of slip: StoredSlip) throws -> Claims {
    do {
      return try Claims(decoding: SlipBytes(decoding: slip.bytes).message.payload)
    } catch {
      throw UseCaseError.contentDamaged
    }
  }

  private func records(of people: [Int64]) throws -> FoundRecords {
    let shown = people.prefix(Self.mostFound)
    let slips = try shown.flatMap { try store.slips(of: $0) }.sorted { $0.serial > $1.serial }
    return FoundRecords(
      slips: try slips.prefix(Self.mostFound).map(found), people: try shown.compactMap(foundPerson),
      isCut: people.count > shown.count || slips.count > Self.mostFound)
  }

  private func records(with slip: StoredSlip?) throws -> FoundRecords {
    guard let slip else { return FoundRecords(slips: [], people: [], isCut: false) }
    let found = try found(slip)
    return FoundRecords(
      slips: [found], people: try found.person.flatMap(foundPerson).map { [$0] } ?? [], isCut: false)
  }

  private func foundPerson(_ id: Int64) throws -> FoundPerson? {
    guard let stored = try store.candidate(id) else { return nil }
    return FoundPerson(
      id: id, name: stored.name, number: stored.number, birthYear: try store.birthYear(of: id),
      attempts: try store.testedCount(of: id))
  }

  private func token(_ text: String) throws -> SlipToken {
    do {
      return try SpokenCode(text).token
    } catch SlipError.codeMistyped(let groups) {
      throw UseCaseError.desk(.slipCode(groups: groups))
    } catch {
      throw UseCaseError.desk(.slipCode(groups: []))
    }
  }

  /// Looks for what the symbol says; whether it is genuine is for a check to tell.
  private func slip(scanned text: String) throws -> StoredSlip? {
    let claims: Claims
    do {
      claims = try Claims(decoding: SlipBytes(decoding: SlipText.decode(text)).message.payload)
    } catch {
      throw UseCaseError.desk(.slipText)
    }
    guard office.keepsSlips(of: claims.issuer) else { throw UseCaseError.desk(.foreignSlip(claims.issuer)) }
    return try store.slip(with: claims.token)
  }

  /// By beginnings of words and without marks: "hoa" finds "Nguyễn Thị Hoa". The name on a record that was merged finds the
  /// one that stands for it.
  private func people(named text: String) throws -> [Int64] {
    let wanted = Spelling.folded(text)
    guard wanted.count >= 2 else { throw UseCaseError.desk(.tooFewLetters) }
    let words = wanted.split(separator: " ")
    var found: [Int64] = []
    for (person, known) in try store.people(most: Self.mostPeopleSearched) {
      let name = Spelling.folded(known).split(separator: " ")
      guard words.allSatisfy({ word in name.contains { $0.hasPrefix(word) } }), !found.contains(person) else {
        continue
      }
      found.append(person)
      if found.count > Self.mostFound { break }
    }
    return found
  }
}
