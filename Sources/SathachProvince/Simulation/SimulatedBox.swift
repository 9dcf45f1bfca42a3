import Assessment
import BundleFiles
import Bundles
import Sealing
import Slip

/// One commune's box of the simulation: makes its bundles one after the other, and goes back on some of what it said.
struct SimulatedBox {
  let issuer: Issuer
  let key: SlipKey
  private let place: Int
  private let people: SimulatedPeople
  private let firstDay: Int64
  private var dice: SeededDice
  private var attempts: [SimulatedAttempt] = []
  /// By the box's number of a person less one.
  private var known: [Known] = []
  private var previous: [UInt8] = []
  private var event: Int64 = 0

  private struct Known {
    var sex: Sex
    var isGone = false
    var isCorrected = false
    var attempts: [Int] = []
  }

  /// Communes 99001, 99002, …: of no province.
  init(place: Int, seed: UInt64, people: SimulatedPeople, firstDay: Int64) throws {
    (self.place, self.people, self.firstDay) = (place, people, firstDay)
    issuer = try Issuer(commune: String(99_001 + place), device: 1)
    key = try SlipKey(seed: Digest.sha256(Array("sathach simulation \(seed) \(place)".utf8)))
    dice = SeededDice(seed: seed &* 1_000_003 &+ UInt64(place))
  }

  /// Writes the next bundle.
  ///
  /// - Returns: its file's name.
  mutating func write(
    _ number: Int, count: Int, of total: Int, in folder: String, to recipient: Recipient
  ) throws -> String {
    let writer = try BundleFileWriter(in: folder, key: try ContentKey.new())
    let first = event + 1
    for _ in 0..<count { try addAttempt(of: total, to: writer) }
    for _ in 0..<count / 12 { try changeMind(writer) }
    let facts = BundleFileWriter.Facts(
      issuer: issuer, number: number, previous: previous, firstEvent: first, lastEvent: event,
      eventHash: [UInt8](repeating: 1, count: 32), madeAt: moment(attempts.count, of: total) / 1_000,
      isClockTrusted: true, recipient: recipient)
    let key = key
    let made = try writer.finish(facts, kid: key.kid) { key.sign($0) }
    previous = made.digest
    return made.head.fileName
  }

  /// What must have been counted in the end, attempt by attempt.
  func eachLine(_ give: (String) throws -> Void) rethrows {
    for attempt in attempts {
      let number = attempt.person.map { people.number(people.index(box: place, person: $0)) } ?? ""
      let sex = attempt.person.map { known[$0 - 1].sex } ?? .male
      try give(attempt.line(of: issuer, number: number, sex: sex))
    }
  }

  private func moment(_ attempt: Int, of total: Int) -> Int64 {
    firstDay + Int64(attempt) * (400 * 86_400_000 / Int64(max(1, total)))
  }

  private mutating func addAttempt(of total: Int, to writer: BundleFileWriter) throws {
    let person = dice.below(10) == 0 ? nil : try somebody(writer)
    let index = people.index(box: place, person: person ?? 0)
    let ability = 40 + dice.below(55)
    var attempt = SimulatedAttempt(
      id: Int64(attempts.count + 1), person: person, audience: (index + dice.below(2)) % 4,
      ageYears: 2026 - people.birthYear(index),
      submittedAt: moment(attempts.count, of: total) + Int64(dice.below(60_000)),
      help: BundledAttempt.Help(rawValue: [0, 0, 0, 0, 0, 0, 1, 1, 2, 3][dice.below(10)]) ?? .none, right: [])
    for _ in 0..<SimulatedAttempt.areas {
      attempt.right.append((0..<SimulatedAttempt.itemsOfArea).filter { _ in dice.below(100) < ability }.count)
    }
    if attempt.isCounted, attempt.isPassed { attempt.token = dice.next() % SlipToken.limit }
    attempts.append(attempt)
    if let person { known[person - 1].attempts.append(attempts.count - 1) }
    try put(.attempt(attempt.record(of: issuer)), writer)
    try put(.responses(attempt.responses(of: issuer)), writer)
    if attempt.token != nil { try put(.slip(try slip(of: attempt)), writer) }
  }

  /// Two of three are new.
  private mutating func somebody(_ writer: BundleFileWriter) throws -> Int {
    if dice.below(3) == 0, !known.isEmpty {
      let person = dice.below(known.count) + 1
      if !known[person - 1].isGone { return person }
    }
    let person = known.count + 1
    known.append(Known(sex: people.isFemale(people.index(box: place, person: person)) ? .female : .male))
    try putPerson(person, writer)
    return person
  }

  private mutating func putPerson(_ person: Int, _ writer: BundleFileWriter) throws {
    let id = BundledID(origin: issuer, number: Int64(person))
    let particulars = people.particulars(
      people.index(box: place, person: person), isCorrected: known[person - 1].isCorrected)
    let at = Moment(milliseconds: moment(attempts.count, of: max(1, attempts.count)))
    try put(
      .person(
        BundledPerson(
          id: id, sealed: try particulars.sealed(for: id, writer.key.sealing), sex: known[person - 1].sex,
          standing: .agrees, firstSeenAt: at, changedAt: at)), writer)
  }

  private func slip(of attempt: SimulatedAttempt) throws -> BundledSlip {
    let token = try SlipToken(number: attempt.token ?? 0)
    let claims = try Claims(
      issuer: issuer, issuedAt: Int(attempt.submittedAt / 1_000), token: token, serial: Int(attempt.id),
      audience: attempt.audience + 1, frameworkVersion: 1, blueprintVersion: 1, bankHash: [7, 7, 7, 7],
      right: attempt.total, asked: SimulatedAttempt.areas * SimulatedAttempt.itemsOfArea, outcome: .passed,
      areaBits: 31, identity: .cardString, help: .none, bootCounter: 1, logHead: [UInt8](repeating: 1, count: 8),
      holderCheck: nil)
    return BundledSlip(
      issuer: issuer, token: token, serial: Int(attempt.id), attempt: BundledID(origin: issuer, number: attempt.id),
      bytes: try key.slip(claims).bytes, issuedAt: Moment(milliseconds: attempt.submittedAt))
  }

  private mutating func put(_ record: BundleRecord, _ writer: BundleFileWriter) throws {
    event += 1
    try writer.add(record)
  }
}

// What a box takes back.
extension SimulatedBox {
  private mutating func changeMind(_ writer: BundleFileWriter) throws {
    let place = dice.below(attempts.count)
    switch dice.below(8) {
    case 0: try void(place, writer)
    case 1: try change(place, writer) { $0.help = .refused }
    case 2: try change(place, writer) { $0.right[0] = min(SimulatedAttempt.itemsOfArea, $0.right[0] + 1) }
    case 3: try correct(place, writer)
    case 4: try erase(place, writer)
    case 5: try merge(place, writer)
    default: try confirm(place, writer)
    }
  }

  private mutating func change(
    _ place: Int, _ writer: BundleFileWriter, _ body: (inout SimulatedAttempt) -> Void
  ) throws {
    guard attempts[place].isCounted else { return }
    body(&attempts[place])
    try put(.attempt(attempts[place].record(of: issuer)), writer)
    try put(.responses(attempts[place].responses(of: issuer)), writer)
  }

  private mutating func void(_ place: Int, _ writer: BundleFileWriter) throws {
    guard attempts[place].isCounted else { return }
    try change(place, writer) { $0.state = .voided }
    if let token = attempts[place].token {
      try put(
        .revocation(
          BundledRevocation(
            issuer: issuer, token: try SlipToken(number: token), reason: "mistaken",
            at: Moment(milliseconds: attempts[place].submittedAt))), writer)
    }
  }

  private mutating func correct(_ place: Int, _ writer: BundleFileWriter) throws {
    guard let person = attempts[place].person, !known[person - 1].isGone else { return }
    known[person - 1].sex = known[person - 1].sex == .male ? .female : .male
    known[person - 1].isCorrected = true
    try putPerson(person, writer)
  }

  private mutating func erase(_ place: Int, _ writer: BundleFileWriter) throws {
    guard let person = attempts[place].person, !known[person - 1].isGone, !SimulatedPeople.mayTravel(person)
    else { return }
    known[person - 1].isGone = true
    let at = attempts[place].submittedAt
    for place in known[person - 1].attempts {
      attempts[place].answersErasedAt = at
      try put(.attempt(attempts[place].record(of: issuer)), writer)
      try put(.responses(attempts[place].responses(of: issuer)), writer)
    }
    try put(
      .erasure(
        BundledErasure(
          person: BundledID(origin: issuer, number: Int64(person)), reason: "asked", at: Moment(milliseconds: at))),
      writer)
  }

  private mutating func merge(_ place: Int, _ writer: BundleFileWriter) throws {
    let kept = dice.below(known.count) + 1
    guard let merged = attempts[place].person, merged != kept, !known[merged - 1].isGone, !known[kept - 1].isGone
    else { return }
    known[merged - 1].isGone = true
    let moved = known[merged - 1].attempts
    known[merged - 1].attempts = []
    known[kept - 1].attempts += moved
    for place in moved {
      attempts[place].person = kept
      try put(.attempt(attempts[place].record(of: issuer)), writer)
    }
    try put(
      .merge(
        BundledMerge(
          merged: BundledID(origin: issuer, number: Int64(merged)),
          kept: BundledID(origin: issuer, number: Int64(kept)),
          at: Moment(milliseconds: attempts[place].submittedAt))), writer)
  }

  private mutating func confirm(_ place: Int, _ writer: BundleFileWriter) throws {
    guard attempts[place].isCounted, let token = attempts[place].token else { return }
    try put(
      .confirmation(
        BundledConfirmation(
          issuer: issuer, token: try SlipToken(number: token), state: .sent, reason: nil,
          at: Moment(milliseconds: attempts[place].submittedAt))), writer)
  }
}
