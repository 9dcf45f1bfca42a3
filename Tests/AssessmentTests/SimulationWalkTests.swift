import Testing

@testable import Assessment

@Suite("Walking through simulated screens")
struct SimulationWalkTests {
  @Test(
    "each way of bà Tư ends as it must",
    arguments: [
      ("ngan-hang xem tra[150k]", Walk.Ending.goal(0), 100), ("ngan-hang tra[150.000]", .goal(1), 50),
      ("tin-nhan mo tra", .forbidden(0), 0), ("ngan-hang luu luu luu luu luu luu luu", .limit, 0),
      // Looking is forgotten when the amount was wrong.
      ("ngan-hang xem tra[15] lai tra[150000]", .goal(1), 50),
      ("ngan-hang xem tra[15] lai xem tra[150000]", .goal(0), 100),
      // The last tap may still reach a goal.
      ("ngan-hang luu luu luu luu luu xem tra[150k]", .goal(0), 100),
    ])
  func ends(taps: String, ending: Walk.Ending, credit: Int) throws {
    let simulation = try PhoneOfBaTu.simulation()
    let walk = try PhoneOfBaTu.walk(taps, in: simulation)

    #expect(walk.ending == ending)
    #expect(walk.isOver)
    #expect(simulation.credit(of: walk) == credit)
    #expect(simulation.tapped(Simulation.Element.ID("tra"), in: walk) == nil)
  }

  @Test("a walk that goes on is worth nothing yet")
  func goesOn() throws {
    let simulation = try PhoneOfBaTu.simulation()
    let walk = try PhoneOfBaTu.walk("ngan-hang xem", in: simulation)

    #expect(!walk.isOver)
    #expect(simulation.credit(of: walk) == 0)
    #expect(walk.screen.text == "chuyen")
    #expect(walk.marks.map(\.text) == ["da-xem"])
  }

  @Test("marks show and hide elements, and what is hidden cannot be tapped")
  func hides() throws {
    let simulation = try PhoneOfBaTu.simulation()
    let before = try PhoneOfBaTu.walk("ngan-hang", in: simulation)
    let after = try PhoneOfBaTu.walk("ngan-hang xem", in: simulation)

    #expect(simulation.shown(in: before).compactMap(\.tapID?.text) == ["xem", "luu", "tra"])
    #expect(simulation.shown(in: after).compactMap(\.tapID?.text) == ["luu", "tra"])
    #expect(simulation.shown(in: after).count == 4)
    #expect(simulation.tapped(Simulation.Element.ID("xem"), in: after) == nil)
    #expect(simulation.tapped(Simulation.Element.ID("so-tien"), in: after) == nil)
  }

  @Test("a switch turns its mark over with every tap")
  func turnsSwitch() throws {
    let simulation = try PhoneOfBaTu.simulation()

    #expect(try PhoneOfBaTu.walk("ngan-hang luu", in: simulation).marks.map(\.text) == ["luu"])
    #expect(try PhoneOfBaTu.walk("ngan-hang luu luu", in: simulation).marks.isEmpty)
  }

  @Test("what is kept is the way with its branches, nothing that was typed")
  func keepsWay() throws {
    let simulation = try PhoneOfBaTu.simulation()
    let walk = try PhoneOfBaTu.walk("ngan-hang tra tra[7] lai xem luu tra[150k]", in: simulation)

    #expect(walk.way.text == "ngan-hang tra/1 tra/3 lai xem luu tra/2")
    #expect(simulation.walk(along: walk.steps) == walk)
  }

  @Test(
    "a way that the machine cannot go is a damaged record",
    arguments: [
      "ve", "ngan-hang tra", "ngan-hang tra/4", "ngan-hang xem xem", "ngan-hang xem/1", "ngan-hang luu/1",
      "tin-nhan mo tra ve",
      "ngan-hang luu luu luu luu luu luu luu luu", "ngan-hang so-tien", "tin-nhan/1",
    ])
  func refusesDamagedWay(text: String) throws {
    let way = try #require(Way(text))

    #expect(try PhoneOfBaTu.simulation().walk(along: way.steps) == nil)
  }

  @Test("something forbidden goes before a goal that holds too")
  func forbiddenComesFirst() throws {
    let text = try #require(
      PhoneOfBaTu.text.exchanging(
        #"{ "screen": "mat-tien", "meaning""#, for: #"{ "screen": "da-tra", "has": ["luu"], "meaning""#))
    let exchanged = try #require(text.exchanging(#""goes": "mat-tien""#, for: #""goes": "chuyen""#))
    let json = try JSONReader.read(Array(exchanged.utf8))
    let simulation = try #require(
      SimulationFile.read(json, subject: "", findings: Findings(file: ""), surveyed: false))

    #expect(try PhoneOfBaTu.walk("ngan-hang xem luu tra[150k]", in: simulation).ending == .forbidden(0))
  }

  @Test("what is typed into a field that is not shown counts for nothing")
  func ignoresHiddenFields() throws {
    let text = try #require(
      PhoneOfBaTu.text.exchanging(#""entry": "number" }"#, for: #""entry": "number", "if": { "lacks": ["luu"] } }"#))
    let walk = try PhoneOfBaTu.walk("ngan-hang luu tra[150k]", in: PhoneOfBaTu.simulation(text))

    #expect(walk.way.text == "ngan-hang luu tra/1")
  }
}

@Suite("Tests of what is typed")
struct SimulationFieldTests {
  private let field = Simulation.Element.ID("mat-khau")

  @Test(
    "a strong text is long, mixed, and hides nothing that others know",
    arguments: [
      ("cay-tre-2047", true), ("Meo7Vang!!", true), ("ngan cach 12", true), ("meo7vang", false),
      ("caytrexanhla", false),
      ("con meo an ca", false), ("1234567890", false), ("", false), ("LETU-meo-77", false), ("lê-tư-mèo-77", false),
      ("meo-19.56-vang", false), ("le-meo-tu-88", true),
    ])
  func isStrong(text: String, isEnough: Bool) {
    let test = Simulation.FieldTest.isStrong(field: field, least: 10, without: ["Lê Tư", "1956"])

    #expect(test.holds([field: text]) == isEnough)
  }

  @Test("signs that are not allowed are found as they are")
  func findsSigns() {
    let test = Simulation.FieldTest.isStrong(field: field, least: 4, without: ["!!"])

    #expect(!test.holds([field: "meo!!"]))
    #expect(test.holds([field: "meo!?"]))
  }

  @Test("a field is empty without text and with spaces alone")
  func isEmpty() {
    let test = Simulation.FieldTest.isEmpty(field: field)

    #expect(test.holds([:]) && test.holds([field: " \u{A0} "]))
    #expect(!test.holds([field: "a"]))
  }
}

@Suite("The text of a way")
struct SimulationWayTests {
  @Test("a way reads back as it was written", arguments: ["", "a", "a b/2 c", "so-tien.2/99 x", "1 2/1"])
  func roundTrips(text: String) {
    #expect(Way(text)?.text == text)
  }

  @Test(
    "anything that is not exactly a way is refused",
    arguments: [
      " ", " a", "a ", "a  b", "a/", "/2", "a/0", "a/02", "a/100", "a/-1", "a/+1", "a/1/2", "A", "a_b", "ă", "a\nb",
      "a\u{0}",
      "a/١", "a,b", String(repeating: "a", count: 41), String(repeating: "a ", count: 40) + "a",
      String(repeating: "a/1", count: 100_000),
    ])
  func refuses(text: String) {
    #expect(Way(text) == nil)
  }

  @Test("forty steps with the longest names fit")
  func fitsLongest() {
    let longest = Array(repeating: String(repeating: "a", count: 40) + "/99", count: 40).joined(separator: " ")

    #expect(Way(longest)?.steps.count == 40)
  }
}
