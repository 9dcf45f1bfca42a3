import Assessment
import Province
import Slip
import TestSupport
import UseCases

/// A province in memory: three communes of which one is silent, a gap and a refusal, one list.
final class TestProvinceStore {
  static let commune = Commune(code: "02215")
  static let small = Commune(code: "02218")
  static let silent = Commune(code: "02300")

  var accounts: [Officer] = []
  var hashes: [Officer.ID: String] = [:]
  var batches: [ConfirmationBatch] = []
  var entries: [ProvinceSlip] = []
  var applied: [[UInt8]: [AnswerChange]] = [:]
  var disclosed: [String] = []
  var waiting: [ListableProvinceSlip] = []
  var routed: [RoutedAnswer] = []
  let now: Moment

  init(now: Moment) { self.now = now }

  func group(_ audience: String = "nguoi-dan") -> ReportGroup {
    ReportGroup(
      audience: Audience.ID(audience), hamlet: nil, age: .adult, sex: .female, isAssisted: false, isLater: false)
  }
}

extension TestProvinceStore: ProvinceReports {
  private static let communes: [Commune: GroupCount] = [
    commune: GroupCount(people: 40, passed: 30, attempts: 52, attemptsPassed: 31),
    small: GroupCount(people: 7, passed: 3, attempts: 7, attemptsPassed: 3),
  ]

  func counts(in scope: Contribution.Scope, of commune: Commune) -> [ReportGroup: GroupCount] {
    let whole = GroupCount(people: 46, passed: 33, attempts: 59, attemptsPassed: 34)
    let count = commune == .whole ? whole : Self.communes[commune]
    return count.map { [group(): $0] } ?? [:]
  }

  func partCounts(in scope: Contribution.Scope, of commune: Commune) -> [ReportPart: PartCount] {
    [.area(Area.ID("1")): PartCount(people: 46, reached: 40, asked: 184, credit: 15_000)]
  }

  func countsByCommune(in scope: Contribution.Scope) -> [Commune: GroupCount] { Self.communes }

  func countsByCommuneAndAudience(in period: CalendarPeriod) -> [Commune: [Audience.ID: GroupCount]] { [:] }

  func partCountsByCommune(in scope: Contribution.Scope) -> [Commune: [ReportPart: PartCount]] {
    [Self.commune: [.area(Area.ID("1")): PartCount(people: 40, reached: 20, asked: 160, credit: 9_000)]]
  }

  func practiceCounts(in period: CalendarPeriod, of commune: Commune) -> [Audience.ID: Int] { [:] }
  func latestMonth() -> CalendarPeriod? { CalendarPeriod(.month, year: 2026, number: 11) }

  func communeNames() -> [Commune: String] {
    [Self.commune: "Xã Tân Long", Self.small: "Phường <An Lộc>", Self.silent: "Xã Yên Điền"]
  }

  func name(_ commune: Commune, _ name: String) {}
  func recountAll() {}
}

extension TestProvinceStore: BundleLedger, ProvinceKeys {
  private func standing(_ issuer: String, days: Int) throws -> DeviceStanding {
    let seen = Moment(milliseconds: now.milliseconds - Int64(days) * 86_400_000)
    return DeviceStanding(
      issuer: try Issuer(issuer), lastNumber: 4, lastDigest: nil, lastMadeAt: seen, lastAppliedAt: seen,
      lastSeenAt: seen)
  }

  func devices() throws -> [DeviceStanding] {
    [try standing("02215-1", days: 0), try standing("02218-1", days: 3), try standing("02300-1", days: 20)]
  }

  func device(_ issuer: Issuer) throws -> DeviceStanding? { try devices().first { $0.issuer == issuer } }

  func openBundles(of issuer: Issuer?, atMost limit: Int) throws -> [ReceivedBundle] {
    let states: [(String, Int, Province.BundleState)] = [
      ("02218-1", 6, .waiting(.gap(missing: 5))), ("02218-1", 7, .waiting(.gap(missing: 5))),
      ("02300-1", 5, .refused(.damaged(cause: "cut"))),
    ]
    return try states.map { name, number, state in
      ReceivedBundle(
        issuer: try Issuer(name), number: number, digest: [], state: state, madeAt: now, size: 900, firstSeenAt: now,
        changedAt: now)
    }.filter { issuer == nil || $0.issuer == issuer }
  }

  func note(_ bundle: ReceivedBundle) {}
  func keys() -> [KnownKey] { [] }
  func keep(_ keys: [KnownKey]) {}
}

extension TestProvinceStore: ProvinceTargets {
  func targets() -> [ProvinceTarget] {
    [
      ProvinceTarget(
        audience: nil, percent: 60, deadline: CivilDate(year: 2026, month: 12, day: 31),
        document: "Kế hoạch <1>/KH-UBND")
    ]
  }

  func keep(_ target: ProvinceTarget) {}
  func dropTarget(of audience: Audience.ID?) -> Bool { false }

  func populations(of audience: Audience.ID?) -> [Commune: CommunePopulation] {
    [
      Self.commune: 40, Self.small: 300,
    ].reduce(into: [:]) { known, entry in
      known[entry.key] = CommunePopulation(
        commune: entry.key, audience: nil, people: entry.value, day: CivilDate(year: 2026, month: 1, day: 1),
        source: "Công an xã")
    }
  }

  func keep(_ populations: [CommunePopulation]) {}
}

extension TestProvinceStore: OfficerStore {
  func addOfficer(login: Login, name: String, passwordHash: String, at moment: Moment) -> Officer.ID {
    let id = Int64(accounts.count + 1)
    accounts.append(Officer(id: id, login: login, name: name, isDisabled: false, mustChangePassword: true))
    hashes[id] = passwordHash
    return id
  }

  func officers() -> [Officer] { accounts }
  func officer(_ login: Login) -> Officer? { accounts.first { $0.login == login } }
  func officer(_ id: Officer.ID) -> Officer? { accounts.first { $0.id == id } }
  func passwordHash(of id: Officer.ID) -> String? { hashes[id] }

  func setPassword(_ hash: String, isOneTime: Bool, of id: Officer.ID, at moment: Moment) {
    hashes[id] = hash
    change(id) {
      Officer(id: id, login: $0.login, name: $0.name, isDisabled: $0.isDisabled, mustChangePassword: isOneTime)
    }
  }

  func setDisabled(_ isDisabled: Bool, of id: Officer.ID, at moment: Moment) {
    change(id) {
      Officer(id: id, login: $0.login, name: $0.name, isDisabled: isDisabled, mustChangePassword: $0.mustChangePassword)
    }
  }

  private func change(_ id: Officer.ID, _ body: (Officer) -> Officer) {
    accounts = accounts.map { $0.id == id ? body($0) : $0 }
  }

  func noteDisclosure(
    of list: ConfirmationBatch.ID, rows: Int, format: String, digest: [UInt8], by officer: Officer.ID?,
    at moment: Moment
  ) { disclosed.append("list=\(list) rows=\(rows) format=\(format) by=\(officer ?? 0)") }
}

extension TestProvinceStore: ProvinceLists {
  func listable(atMost limit: Int) -> [ListableProvinceSlip] { waiting }

  func addList(
    _ slips: [ListableProvinceSlip], by officer: Officer.ID?, at moment: Moment
  ) -> ConfirmationBatch.ID {
    let id = Int64(batches.count + 1)
    batches.append(ConfirmationBatch(id: id, layout: 1, account: officer, madeAt: moment, sentAt: nil))
    for (place, slip) in slips.enumerated() {
      let entry = ConfirmationEntry(
        id: Int64(place + 1), batch: id, serial: Int64(place + 1), person: 1, state: .listed, reason: nil,
        changedAt: moment)
      let listed = ListedSlip(
        entry: entry, token: slip.token, bytes: [1], name: "Lò Thị \(place + 1)", number: nil, birth: "1958",
        sex: .female,
        audience: slip.audience, submittedAt: slip.passedAt)
      entries.append(ProvinceSlip(slip: listed, issuer: slip.issuer))
    }
    waiting = []
    return id
  }

  func lists() -> [ConfirmationBatch] { batches.reversed() }
  func list(_ id: ConfirmationBatch.ID) -> ConfirmationBatch? { batches.first { $0.id == id } }

  func counts(of list: ConfirmationBatch.ID) -> [ConfirmationState: Int] {
    Dictionary(grouping: entries.filter { $0.slip.entry.batch == list }) { $0.slip.entry.state }.mapValues(\.count)
  }

  func slips(in list: ConfirmationBatch.ID, secrets: any ProvinceSecrets) -> [ProvinceSlip] {
    entries.filter { $0.slip.entry.batch == list }
  }

  func slipsSent(secrets: any ProvinceSecrets) -> [ProvinceSlip] { entries.filter { $0.slip.entry.state != .listed } }

  func markSent(_ list: ConfirmationBatch.ID, at moment: Moment) {
    batches = batches.map {
      $0.id == list
        ? ConfirmationBatch(id: list, layout: 1, account: $0.account, madeAt: $0.madeAt, sentAt: moment) : $0
    }
    entries = entries.map { with($0, .sent, nil, moment) }
  }

  private func with(
    _ entry: ProvinceSlip, _ state: ConfirmationState, _ reason: String?, _ moment: Moment
  ) -> ProvinceSlip {
    let (old, slip) = (entry.slip.entry, entry.slip)
    let new = ConfirmationEntry(
      id: old.id, batch: old.batch, serial: old.serial, person: 1, state: state, reason: reason, changedAt: moment)
    return ProvinceSlip(
      slip: ListedSlip(
        entry: new, token: slip.token, bytes: [1], name: slip.name, number: nil, birth: "1958", sex: .female,
        audience: slip.audience, submittedAt: slip.submittedAt), issuer: entry.issuer)
  }

  func tally(isWhole: Bool) -> ConfirmationTally {
    var tally = ConfirmationTally()
    tally.sent = entries.count
    return tally
  }

  func answersApplied(digest: [UInt8]) -> Moment? { applied[digest] == nil ? nil : now }

  func apply(
    _ changes: [AnswerChange], digest: [UInt8], rows: Int, by officer: Officer.ID?, at moment: Moment
  ) {
    applied[digest] = changes
    for change in changes {
      entries = entries.map {
        $0.slip.entry.id == change.entry ? with($0, change.after, change.reasonAfter, moment) : $0
      }
    }
  }

  func answers(for box: Issuer) -> [RoutedAnswer] { routed.filter { $0.issuer == box } }
  func boxesWithAnswers() -> [Issuer] { Set(routed.map(\.issuer.text)).sorted().compactMap { try? Issuer($0) } }
}
