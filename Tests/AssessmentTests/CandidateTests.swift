import Testing

@testable import Assessment

/// Numbers in these tests are invented: the random part begins with 999.
@Suite("A citizen number")
struct CitizenNumberTests {
  @Test("tells century, sex and year of birth")
  func tellsBirthYearAndSex() throws {
    let man = try #require(CitizenNumber("087 084 999 001"))
    let woman = try #require(CitizenNumber("087305999002"))

    #expect(man.birthYear == 1984)
    #expect(man.sex == .male)
    #expect(woman.birthYear == 2005)
    #expect(woman.sex == .female)
    #expect(woman.lastThree == "002")
  }

  @Test(
    "anything but twelve digits of this or the last century is refused",
    arguments: ["", "08708499900", "0870849990011", "08708499900a", "087484999001", "٠٨٧٠٨٤٩٩٩٠٠١"])
  func refusesOthers(text: String) {
    #expect(CitizenNumber(text) == nil)
  }

  @Test("is shown by its last digits, and by those in which it differs from another beside it")
  func masked() throws {
    let ours = try #require(CitizenNumber("087084999001"))
    let typo = try #require(CitizenNumber("087084989001"))
    let stranger = try #require(CitizenNumber("001305888222"))
    #expect(ours.masked() == "•••••••••001")
    #expect(ours.masked(beside: [typo]) == "•••••••9•001")
    #expect(ours.masked(beside: [stranger]) == "••••••••9001")
  }

  @Test("63 places of registration are known")
  func knowsPlaces() {
    #expect(CitizenNumber.knownPlaces.count == 63)
  }
}

@Suite("A citizen card's text")
struct CitizenCardTests {
  @Test("seven fields give name, number, birth date and sex; the empty old number is fine")
  func readsSevenFields() throws {
    let hoa = try CitizenCard.read("008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5, Minh Xuân|15082021")

    #expect(hoa.name == "Nguyễn Thị Hoa")
    #expect(hoa.birthDate == CivilDate(year: 1958, month: 9, day: 2))
    #expect(hoa.sex == .female)
    #expect(hoa.identity == .cardString)
    #expect(hoa.disagreements.isEmpty)
  }

  @Test("the family's fields on newer cards are dropped")
  func dropsFamily() throws {
    let text = "008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021||Nguyễn Văn Cha|Trần Thị Mẹ|"
    let short = try CitizenCard.read("008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021")

    #expect(try CitizenCard.read(text) == short)
  }

  @Test(
    "a text that is no card is refused with what is wrong",
    arguments: [
      ("", CitizenCardFault.tooFewFields(found: 1)),
      ("008158999003|Nguyễn Thị Hoa|02091958", .tooFewFields(found: 3)),
      ("8158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021", .number),
      ("008158999003|||02091958|Nữ|Tổ 5|15082021", .name),
      ("008158999003||Nguyễn 1|02091958|Nữ|Tổ 5|15082021", .name),
      ("008158999003||Nguyễn Thị Hoa|31021958|Nữ|Tổ 5|15082021", .birthDate),
    ])
  func refusesOthers(text: String, fault: CitizenCardFault) {
    #expect(throws: fault) { try CitizenCard.read(text) }
  }

  @Test("a place, year or sex that does not agree with the number is shown, not refused")
  func showsDisagreements() throws {
    let odd = try CitizenCard.read("999058999003||Nguyễn Thị Hoa|02091959|Nữ|Tổ 5|15082021")

    #expect(odd.disagreements == [.unknownPlace, .birthYear, .sex])
  }

  @Test("age counts whole years where the birth date is known, and calendar years where only the year is")
  func countsAge() throws {
    let number = try #require(CitizenNumber("008210999004"))
    let day = CivilDate(year: 2026, month: 11, day: 21)
    let byDate = Candidate(
      name: "Em Nam", number: number, birthYear: 2010, birthDate: CivilDate(year: 2010, month: 11, day: 22),
      identity: .cardString)
    let byYear = Candidate(name: "Em Nam", number: number, birthYear: 2010, identity: .selfDeclared)

    #expect(byDate.age(on: day) == 15)
    #expect(byYear.age(on: day) == 16)
  }

  @Test("a masked name is enough for its owner only")
  func masks() {
    #expect(PersonName.masked("Nguyễn Thị Hoa") == "N. T. Hoa")
    #expect(PersonName.tidy("  Nguyễn   Thị Hoa ") == "Nguyễn Thị Hoa")
  }
}

@Suite("Days of the calendar")
struct CivilDateTests {
  @Test("an instant is a day in Vietnam, seven hours ahead of UTC")
  func isVietnamese() {
    // 2026-11-20T17:00:00Z is midnight in Hà Nội.
    #expect(CivilDate(Moment(milliseconds: 1_795_194_000_000)) == CivilDate(year: 2026, month: 11, day: 21))
    #expect(CivilDate(Moment(milliseconds: 1_795_193_999_999)) == CivilDate(year: 2026, month: 11, day: 20))
  }

  @Test("adding days crosses months, years and leap days")
  func addsDays() {
    #expect(CivilDate(year: 2026, month: 12, day: 31).adding(days: 1) == CivilDate(year: 2027, month: 1, day: 1))
    #expect(CivilDate(year: 2028, month: 2, day: 28).adding(days: 1) == CivilDate(year: 2028, month: 2, day: 29))
    #expect(!CivilDate(year: 2027, month: 2, day: 29).isReal)
  }

  @Test("day numbers and dates are each other's inverse over four centuries")
  func roundTrips() {
    for number in stride(from: -60_000, to: 90_000, by: 7) {
      #expect(CivilDate(dayNumber: number).dayNumber == number)
    }
  }
}
