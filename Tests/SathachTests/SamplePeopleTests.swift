import Assessment
import Testing

@testable import sathach

@Suite("Sample people")
struct SamplePeopleTests {
  @Test("no two of ten thousand share a number, and nobody's particulars disagree")
  func areDistinct() throws {
    var dice = SeededDice(seed: 1)
    let people = (0..<10_000).compactMap { SamplePeople.person($0, dice: &dice) }

    #expect(people.count == 10_000)
    #expect(Set(people.map(\.candidate.number)).count == 10_000)
    #expect(people.allSatisfy { $0.candidate.disagreements.isEmpty })
  }

  @Test("the random part of their numbers begins with 9, as no register gives it to them")
  func areInvented() throws {
    var dice = SeededDice(seed: 1)
    for index in stride(from: 0, to: 4_000_000, by: 99_991) {
      let person = try #require(SamplePeople.person(index, dice: &dice))
      #expect(person.candidate.number.digits.dropFirst(6).first == "9")
    }
  }

  @Test("everybody is old enough to be tested, children with a guardian")
  func areOldEnough() throws {
    var dice = SeededDice(seed: 1)
    let first = CivilDate(dayNumber: SampleAttempts.lastDay.dayNumber - SampleAttempts.days)
    for index in 0..<2_000 {
      let person = try #require(SamplePeople.person(index, dice: &dice))
      #expect(person.candidate.age(on: first) >= 13)
    }
  }
}
