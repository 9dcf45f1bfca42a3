import Testing

@testable import Assessment

@Suite("Any machine, any taps")
struct SimulationPropertyTests {
  @Test("the steps kept of a walk make the same walk again, in 2,000 machines")
  func walksAgain() throws {
    var dice = SeededDice(seed: 2_026)
    var endings: Set<Walk.Ending> = []
    for _ in 0..<2_000 {
      let simulation = RandomMachine.simulation(&dice)
      let walk = RandomMachine.walk(in: simulation, &dice)

      #expect(simulation.walk(along: walk.steps) == walk)
      #expect(Way(walk.way.text) == walk.way)
      if let ending = walk.ending { endings.insert(ending) }
    }
    // The machines are varied enough for all kinds of ends.
    #expect(endings.isSuperset(of: [.goal(0), .goal(1), .forbidden(0), .limit]))
  }

  @Test("a survey finds all that a person finds by chance, and nothing that cannot be done")
  func surveysAll() throws {
    var dice = SeededDice(seed: 75)
    var solved = 0
    for _ in 0..<500 {
      let simulation = RandomMachine.simulation(&dice)
      let survey = SimulationSurvey(simulation)
      let solution = survey.solution
      if let solution {
        solved += 1
        #expect(simulation.credit(of: try replay(solution, in: simulation)) == 100)
      }
      if let failure = survey.failure {
        #expect(simulation.credit(of: try replay(failure, in: simulation)) == 0)
        #expect(try replay(failure, in: simulation).isOver)
      }
      for _ in 0..<20 {
        let walk = RandomMachine.walk(in: simulation, &dice)
        #expect(survey.screensSeen.contains(walk.screen))
        if simulation.credit(of: walk) == 100 { #expect(solution.map { $0.count <= walk.steps.count } ?? false) }
        if walk.ending == .forbidden(0) { #expect(!(survey.failure ?? []).isEmpty) }
        if !walk.isOver { #expect(survey.states.contains(walk.state)) }
      }
    }
    #expect(solved > 100)
  }

  @Test("20,000 damaged way texts are refused or read as they stand, and none stops anything")
  func survivesDamage() throws {
    var dice = SeededDice(seed: 9)
    let simulation = try PhoneOfBaTu.simulation()
    let whole = Array("ngan-hang tra/1 tra/3 lai xem luu tra/2".utf8)
    var walked = 0
    for _ in 0..<20_000 {
      let text = String(decoding: RandomMachine.damaged(whole, &dice), as: UTF8.self)
      guard let way = Way(text) else { continue }
      #expect(way.text == text)
      if simulation.walk(along: way.steps) != nil { walked += 1 }
    }
    #expect((1..<10_000).contains(walked))
  }
}

/// Machines of up to four screens, three marks and two fields, with branches of every sort.
enum RandomMachine {
  private static let texts = ["", "mot", "hai", "abc-123456", "abc-12345678", "150k"]
  private static let fields = ["o-1", "o-2"].map { Simulation.Element.ID($0) }

  static func simulation(_ dice: inout SeededDice) -> Simulation {
    let count = 2 + dice.below(3)
    let screens = (0..<count).map { number in
      Simulation.Screen(
        id: Simulation.Screen.ID("s\(number)"), name: "", look: .home, title: nil, address: nil, ear: "",
        elements: elements(screens: count, &dice))
    }
    let last = Simulation.Screen.ID("s\(count - 1)")
    return Simulation(
      device: .phone, start: Simulation.Screen.ID("s0"), stepLimit: 3 + dice.below(10),
      goals: [
        Simulation.Goal(screen: last, condition: Simulation.Condition(has: marks(&dice)), credit: 100, meaning: ""),
        Simulation.Goal(screen: last, condition: Simulation.Condition(lacks: marks(&dice)), credit: 40, meaning: ""),
      ],
      forbidden: [
        Simulation.Forbidden(
          screen: nil, condition: Simulation.Condition(has: [mark(&dice), mark(&dice)]), meaning: "")
      ], screens: screens)
  }

  /// Taps at chance, on what is not there too, typing at chance.
  static func walk(in simulation: Simulation, _ dice: inout SeededDice) -> Walk {
    var walk = simulation.beginning
    for _ in 0..<16 {
      let id = Simulation.Element.ID("e\(dice.below(6))")
      let typed = Dictionary(uniqueKeysWithValues: fields.map { ($0, texts[dice.below(texts.count)]) })
      if let tapped = simulation.tapped(id, typed: typed, in: walk) { walk = tapped.walk }
    }
    return walk
  }

  static func damaged(_ bytes: [UInt8], _ dice: inout SeededDice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.below(4) where !bytes.isEmpty {
      let place = dice.below(bytes.count)
      switch dice.below(4) {
      case 0: bytes[place] = UInt8(dice.below(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(Array(" /129a".utf8)[dice.below(6)], at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  private static func elements(screens: Int, _ dice: inout SeededDice) -> [Simulation.Element] {
    var elements = fields.map { id in
      Simulation.Element(
        .field(Simulation.Field(id: id, label: "", entry: .word, hint: nil)), if: condition(&dice, oneIn: 4))
    }
    for number in 0...dice.below(6) {
      let id = Simulation.Element.ID("e\(number)")
      let content: Simulation.Content =
        dice.below(4) == 0
        ? .switch(id: id, text: "", detail: nil, mark: mark(&dice))
        : .tap(Simulation.Tap(id: id, text: "", shape: .link, branches: branches(screens: screens, &dice)))
      elements.append(Simulation.Element(content, if: condition(&dice, oneIn: 4)))
    }
    return elements
  }

  private static func branches(screens: Int, _ dice: inout SeededDice) -> [Simulation.Branch] {
    var branches: [Simulation.Branch] = []
    for _ in 0..<dice.below(4) {
      let tests = (0..<dice.below(3)).map { _ in test(&dice) }
      branches.append(branch(tests, condition(&dice, oneIn: 2), screens: screens, &dice))
    }
    return branches + [branch([], Simulation.Condition(), screens: screens, &dice)]
  }

  private static func branch(
    _ tests: [Simulation.FieldTest], _ condition: Simulation.Condition, screens: Int, _ dice: inout SeededDice
  ) -> Simulation.Branch {
    Simulation.Branch(
      fields: tests, condition: condition,
      to: dice.below(4) == 0 ? nil : Simulation.Screen.ID("s\(dice.below(screens))"), sets: marks(&dice),
      clears: marks(&dice))
  }

  private static func test(_ dice: inout SeededDice) -> Simulation.FieldTest {
    let field = fields[dice.below(2)]
    return switch dice.below(3) {
    case 0: .isOne(field: field, of: [texts[1 + dice.below(2)], "150.000"])
    case 1: .isEmpty(field: field)
    default: .isStrong(field: field, least: 8 + dice.below(4), without: ["5678"])
    }
  }

  private static func condition(_ dice: inout SeededDice, oneIn count: Int) -> Simulation.Condition {
    guard dice.below(count) == 0 else { return Simulation.Condition() }
    return Simulation.Condition(has: marks(&dice), lacks: marks(&dice))
  }

  private static func marks(_ dice: inout SeededDice) -> [Simulation.Mark] {
    dice.below(3) == 0 ? [mark(&dice)] : []
  }

  private static func mark(_ dice: inout SeededDice) -> Simulation.Mark {
    Simulation.Mark("m\(dice.below(3))")
  }
}
