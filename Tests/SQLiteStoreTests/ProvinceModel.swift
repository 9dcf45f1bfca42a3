import Assessment
import Bundles
import SQLiteStore
import Sealing
import Slip
import UseCases

/// What a province makes of records: the latest of each thing holds.
struct ProvinceModel {
  var people: [BundledID: BundledPerson] = [:]
  var attempts: [BundledID: BundledAttempt] = [:]
  var answers: [BundledID: [Int: BundledResponses.Answer]] = [:]
  var slips: [SlipToken: BundledSlip] = [:]
  var revocations: [SlipToken: BundledRevocation] = [:]
  var confirmations: [SlipToken: BundledConfirmation] = [:]
  var merges: [BundledID: BundledID] = [:]
  var erasures: Set<BundledID> = []
  var certificates: [BundledCertificate] = []
  var rules: [String: BundledRules] = [:]
  var banks: [BundledBank] = []
  /// Where the next bundle begins.
  private(set) var last: Int64 = 0
  let key: ContentKey
  let issuer: Issuer

  init(_ issuer: String = "99999-1") throws {
    key = try ContentKey.new()
    self.issuer = try Issuer(issuer)
  }

  /// Everything since the last time, through bytes and back.
  mutating func follow(_ store: KioskStore, most: Int = 1000) throws {
    while let span = try store.bundleSpan(after: last, most: most) {
      var records: [BundleRecord] = []
      try store.reading {
        try store.eachBundled(in: span, issuer: issuer, seal: key.sealing) { records.append($0) }
      }
      for record in records { apply(try BundleRecord(decoding: record.encoded, number: 1)) }
      last = span.last
    }
  }

  private mutating func apply(_ record: BundleRecord) {
    switch record {
    case .person(let person): people[person.id] = person
    case .attempt(let attempt): attempts[attempt.id] = attempt
    case .responses(let responses):
      for answer in responses.answers { answers[responses.attempt, default: [:]][answer.number] = answer }
    case .slip(let slip): slips[slip.token] = slip
    case .revocation(let revocation): revocations[revocation.token] = revocation
    case .confirmation(let state): confirmations[state.token] = state
    case .rules(let new): rules[new.audience] = new
    case .bank(let bank): banks.append(bank)
    case .merge(let merge): merges[merge.merged] = merge.kept
    case .erasure(let erasure): erasures.insert(erasure.person)
    case .certificate(let certificate): certificates.append(certificate)
    }
  }

  func id(_ number: Int64) -> BundledID { BundledID(origin: issuer, number: number) }

  /// Who somebody is, where it was handed on.
  func particulars(_ number: Int64) throws -> BundledParticulars? {
    try people[id(number)].flatMap { try BundledParticulars.opened($0, key.opening) }
  }

  /// The reports' counts, by the office's own rule.
  func contribution() -> Contribution {
    var all = Contribution()
    for (person, attempts) in Dictionary(grouping: attempts.values.filter(\.counts), by: \.person) {
      let sorted = attempts.sorted {
        ($0.submittedAt?.milliseconds ?? 0, $0.id.number) < ($1.submittedAt?.milliseconds ?? 0, $1.id.number)
      }
      let sex = person.flatMap { people[$0]?.sex }
      all.add(Contribution(of: sorted.enumerated().map { counted($1, sex, isLater: $0 > 0) }))
    }
    return all
  }

  private func counted(_ attempt: BundledAttempt, _ sex: Sex?, isLater: Bool) -> CountedAttempt {
    let areas = (attempt.score?.areas ?? []).filter { $0.asked > 0 }.map {
      PartScore(
        part: .area(Area.ID($0.code)), asked: $0.asked, credit: $0.credit, isReached: $0.credit >= $0.needed * 100)
    }
    let competences = (attempt.score?.competences ?? []).map {
      PartScore(part: .competence(Competence.ID($0.code)), asked: $0.asked, credit: $0.credit, isReached: false)
    }
    return CountedAttempt(
      id: attempt.id.number, at: attempt.submittedAt ?? attempt.beganAt,
      group: ReportGroup(
        audience: Audience.ID(attempt.audience), hamlet: attempt.hamlet?.number,
        age: AgeBand(years: attempt.ageYears ?? 0), sex: sex, isAssisted: attempt.isAssisted, isLater: isLater),
      isPassed: attempt.isCountedPassed, parts: areas + competences)
  }
}

extension ContentKey {
  var sealing: BundledParticulars.Sealing { { seal($0, with: $1) } }
  var opening: BundledParticulars.Opening { { open($0, with: $1) } }
}
