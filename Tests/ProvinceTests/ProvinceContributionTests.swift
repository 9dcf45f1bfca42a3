import Assessment
import Province
import Testing
import UseCases

@Suite("What people add to the province's counts")
struct ProvinceContributionTests {
  @Test("somebody who passed in two communes is one person in each, and one in the whole")
  func onePersonInTwoCommunes() {
    let changes = change([passed(in: "02215", day: 3), passed(in: "02218", day: 5)])

    #expect(people(changes, "02215") == GroupCount(people: 1, passed: 1, attempts: 1, attemptsPassed: 1))
    #expect(people(changes, "02218") == GroupCount(people: 1, passed: 1, attempts: 1, attemptsPassed: 1))
    #expect(people(changes, "00000") == GroupCount(people: 1, passed: 1, attempts: 2, attemptsPassed: 2))
  }

  @Test("who failed in one commune and passed in another failed there, and passed in the whole")
  func decidedByThePassedOne() {
    let changes = change([passed(in: "02218", day: 5), failed(in: "02215", day: 3)])

    #expect(people(changes, "02215").passed == 0)
    #expect(people(changes, "00000") == GroupCount(people: 1, passed: 1, attempts: 2, attemptsPassed: 1))
  }

  @Test("taking away what was counted before leaves what is there now")
  func changesReplace() {
    var change = ProvinceContribution()
    change.removePerson([failed(in: "02215", day: 3), passed(in: "02218", day: 5)])
    change.addPerson([failed(in: "02215", day: 3)])

    let changes = change.changes
    #expect(people(changes, "02215") == GroupCount())
    #expect(people(changes, "02218") == GroupCount(people: -1, passed: -1, attempts: -1, attemptsPassed: -1))
    #expect(people(changes, "00000") == GroupCount(people: 0, passed: -1, attempts: -1, attemptsPassed: -1))
  }

  @Test("an attempt later than one in another commune is a first one there, and a later one in the whole")
  func laterInTheWholeOnly() {
    let changes = change([passed(in: "02215", day: 3), passed(in: "02218", day: 5)])
    let later = { (commune: Commune) in
      changes[commune]?.scopes[month]?.groups.filter { $0.key.isLater }.values.reduce(GroupCount(), +).attempts
    }
    #expect(later(Commune(code: "02218")) == 0)
    #expect(later(.whole) == 1)
  }
}

private let month = Contribution.Scope(
  CalendarPeriod(.month, containing: CivilDate(year: 2026, month: 11, day: 1)), audience: nil)

private func change(_ attempts: [PlacedAttempt]) -> [Commune: Contribution] {
  var now = ProvinceContribution()
  now.addPerson(attempts)
  return now.changes
}

/// In the whole: the sum over the communes and what it differs by.
private func people(_ changes: [Commune: Contribution], _ commune: String) -> GroupCount {
  changes.filter { $0.key.code == commune || commune == Commune.whole.code }
    .flatMap { $0.value.scopes[month]?.groups.values.map { $0 } ?? [] }.reduce(GroupCount(), +)
}

private func passed(in commune: String, day: Int) -> PlacedAttempt { attempt(in: commune, day: day, isPassed: true) }

private func failed(in commune: String, day: Int) -> PlacedAttempt { attempt(in: commune, day: day, isPassed: false) }

private func attempt(in commune: String, day: Int, isPassed: Bool) -> PlacedAttempt {
  let noon = CivilDate(year: 2026, month: 11, day: day).dayNumber * 86_400_000 + 18_000_000
  return PlacedAttempt(
    commune: Commune(code: commune), device: commune + "-1", attempt: 1, at: Moment(milliseconds: Int64(noon)),
    audience: Audience.ID("nguoi-dan"), age: .adult, sex: .female, isAssisted: false, isPassed: isPassed,
    parts: [PartScore(part: .area(Area.ID("1")), asked: 5, credit: 400, isReached: true)])
}
