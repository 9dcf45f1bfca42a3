import Assessment
import Bundles
import Province
import Slip
import UseCases

/// Rows of what a box speaks of for the first time, copied straight into the tables.
///
/// Boxes count upwards: what stands above the highest number that is here, and has not come in this bundle before, is new. A
/// box that does not keep to that makes a row that is there already; PostgreSQL refuses it, and the bundle is taken once
/// more with every record by way of ``StagedTables``.
final class NewRows {
  /// Rows that are remembered; of a bundle with more, the rest takes the other way.
  private static let most = 20_000
  private static let mostWaiting = 1_000

  /// Whom attempts of a person belong to, which after a merging is another record.
  struct Holder {
    let device: String
    let person: Int64
    let key: [UInt8]
    let sex: String?
  }

  private enum Knowledge {
    case holder(Holder)
    /// The bundle says something of somebody who was here: how that comes out is known at its end.
    case open
  }

  private struct Waiting {
    let attempt: BundledAttempt
    let ordinal: Int64
  }

  let commune: Commune
  let connection: PostgresConnection
  private let staged: StagedTables
  private let tables: NewRowTables
  private var marks: HighWaterMarks
  private var people: [BundledID: Knowledge] = [:]
  /// By the box under whose number they came to be.
  private var attempts: [String: Set<Int64>] = [:]
  private var count = 0
  private var answered: Set<BundledID> = []
  private var tokens: Set<SlipToken> = []
  private var waiting: [Waiting] = []
  private let isOpen: Bool
  private(set) var practice = PracticeCounts()
  private var strangers = Strangers()

  init(_ connection: PostgresConnection, commune: Commune, staged: StagedTables, isOpen: Bool) {
    (self.connection, self.commune, self.staged, self.isOpen) = (connection, commune, staged, isOpen)
    tables = NewRowTables(connection, commune: commune)
    marks = HighWaterMarks(connection, commune: commune)
  }

  /// Under whose numbers new attempts came.
  var origins: some Sequence<String> { attempts.keys }

  /// Whether an attempt came with this bundle only.
  func holds(_ attempt: PlacedAttempt) -> Bool { attempts[attempt.device]?.contains(attempt.attempt) == true }

  private func holds(_ attempt: BundledID) -> Bool { attempts[attempt.origin.text]?.contains(attempt.number) == true }

  private var hasRoom: Bool { isOpen && count < Self.most && people.count < Self.most }

  /// Each of these takes the record, or says that it must go the other way.
  func take(_ person: BundledPerson, key: [UInt8]?, personal: [UInt8]?) throws -> Bool {
    guard hasRoom else { return false }
    guard people[person.id] == nil, person.standing != .erased, try marks.person(person.id) else {
      people[person.id] = .open
      return false
    }
    let holder = Holder(
      device: person.id.origin.text, person: person.id.number, key: key ?? Self.chance(), sex: person.sex?.rawValue)
    try tables.add(person, holder, personal: personal)
    know(person.id, holder)
    return true
  }

  func take(_ attempt: BundledAttempt, ordinal: Int64) throws -> Bool {
    guard hasRoom, attempt.answersErasedAt == nil, !holds(attempt.id), try marks.attempt(attempt.id)
    else { return false }
    attempts[attempt.id.origin.text, default: []].insert(attempt.id.number)
    count += 1
    waiting.append(Waiting(attempt: attempt, ordinal: ordinal))
    if waiting.count == Self.mostWaiting { try placeWaiting() }
    return true
  }

  func take(_ responses: BundledResponses, bytes: [UInt8]) throws -> Bool {
    guard holds(responses.attempt), answered.insert(responses.attempt).inserted else { return false }
    try tables.add(responses, bytes: bytes)
    return true
  }

  func take(_ slip: BundledSlip) throws -> Bool {
    guard tokens.count < Self.most, holds(slip.attempt), tokens.insert(slip.token).inserted else { return false }
    try tables.add(slip)
    return true
  }

  func take(_ merge: BundledMerge) { people[merge.merged] = .open }

  func finish() throws {
    try placeWaiting()
    try tables.finish()
  }

  /// Whether nobody of the commune was here before the bundle.
  var isFirst: Bool { marks.wasEmpty }

  /// Puts those into `touched` whose key was in the commune before.
  func noteKnown() throws {
    guard !isFirst, !strangers.attempts.isEmpty else { return }
    try connection.fill(
      "touched",
      """
      INSERT INTO touched (key, is_changed) SELECT n.key, false FROM unnest($2::bytea[]) AS n (key)
      WHERE EXISTS (SELECT 1 FROM person_place p WHERE p.key = n.key AND p.commune = $1 OFFSET 0) ON CONFLICT DO NOTHING
      """, [.text(commune.code), strangers.keys])
  }

  /// What counts of each person who was never in the commune before: all of it is of this bundle, and is not read again.
  ///
  /// To be called when all others are in `touched`.
  func countStrangers(_ count: ([PlacedAttempt]) -> Void) throws {
    try connection.each("SELECT key FROM touched") { strangers.remove($0.bytes(0)) }
    for attempts in strangers.attempts.values { count(attempts) }
  }

  /// Notes that they are in the commune; to be called after ``countStrangers(_:)``.
  ///
  /// - Returns: their keys.
  func placeStrangers() throws -> PostgresValue {
    try tables.place(strangers.attempts.keys)
    return strangers.keys
  }

  private func know(_ person: BundledID, _ holder: Holder) {
    people[person] = .holder(holder)
    strangers.meet(holder.key)
  }

  /// A key for somebody whom nothing tells from others.
  static func chance() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }

  private func placeWaiting() throws {
    let unknown = Set(waiting.compactMap(\.attempt.person)).filter { people[$0] == nil }
    if !unknown.isEmpty { try tables.eachHolder(of: Array(unknown)) { know($0, $1) } }
    for one in waiting { try place(one) }
    waiting.removeAll(keepingCapacity: true)
  }

  private func place(_ one: Waiting) throws {
    guard let person = one.attempt.person else {
      if one.attempt.mode == .practice, one.attempt.state == .submitted, let at = one.attempt.submittedAt {
        practice.add(Audience.ID(one.attempt.audience), at: at, in: commune, times: 1)
      }
      return try tables.add(one.attempt, parts: one.attempt.partScores, of: nil)
    }
    // Nobody has named the person yet, or the record is open.
    guard case .holder(let holder) = people[person] else {
      return try staged.add(one.attempt, ordinal: one.ordinal)
    }
    let parts = one.attempt.partScores
    try tables.add(one.attempt, parts: parts, of: holder)
    strangers.add(one.attempt, parts: parts, of: holder, in: commune)
  }
}
