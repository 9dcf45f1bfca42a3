import Testing

@testable import Assessment

@Suite("Surveying simulated screens")
struct SimulationSurveyTests {
  @Test("the solution is the shortest way to a whole item, with what must be typed")
  func solves() throws {
    let simulation = try PhoneOfBaTu.simulation()
    let solution = try #require(SimulationSurvey.solution(of: simulation))

    #expect(Way(solution.map(\.step)).text == "ngan-hang xem tra/2")
    #expect(solution.last?.typed == [Simulation.Element.ID("so-tien"): "150.000"])
  }

  @Test("the failure is the shortest way to something forbidden")
  func fails() throws {
    let failure = try #require(SimulationSurvey.failure(of: PhoneOfBaTu.simulation()))

    #expect(Way(failure.map(\.step)).text == "tin-nhan mo tra")
  }

  @Test("where nothing is forbidden, the failure ends at the limit")
  func failsAtLimit() throws {
    let simulation = try PhoneOfBaTu.simulation().with(forbidden: [])
    let failure = try #require(SimulationSurvey.failure(of: simulation))

    #expect(simulation.walk(along: failure.map(\.step))?.ending == .limit)
  }

  @Test("a machine that cannot be failed has no failure, one that cannot be solved no solution")
  func knowsNeither() throws {
    let everywhere = Simulation.Goal(screen: nil, condition: Simulation.Condition(), credit: 100, meaning: "")
    let nowhere = Simulation.Goal(
      screen: Simulation.Screen.ID("khong-co"), condition: Simulation.Condition(), credit: 100, meaning: "")
    let phone = try PhoneOfBaTu.simulation()

    #expect(SimulationSurvey.failure(of: phone.with(goals: [everywhere], forbidden: [])) == nil)
    #expect(SimulationSurvey.solution(of: phone.with(goals: [nowhere])) == nil)
    #expect(SimulationSurvey.solution(of: phone.with(stepLimit: 2)) == nil)
    #expect(SimulationSurvey(phone.with(stepLimit: 2)).faults == [.goalTooFar(0, taps: 3)])
  }

  @Test("a password that must be strong is found, and one that is not")
  func findsStrongText() throws {
    let text = try #require(
      PhoneOfBaTu.text.exchanging(#""is": ["150.000"]"#, for: #""strong": 12, "without": ["c4y", "h0a", "7"]"#))
    let simulation = try PhoneOfBaTu.simulation(text)
    let solution = try #require(SimulationSurvey.solution(of: simulation))
    let typed = try #require(solution.last?.typed.values.first)

    #expect(typed.count >= 12 && !typed.contains("7"))
    #expect(try replay(solution, in: simulation).ending == .goal(0))
  }

  @Test("a machine solved by tapping from top to bottom is recognised")
  func seesOrder() throws {
    let phone = try PhoneOfBaTu.simulation()
    let screen = Simulation.Screen.ID("tin-nhan")
    let goal = Simulation.Goal(screen: screen, condition: Simulation.Condition(), credit: 100, meaning: "")
    let lesser = Simulation.Goal(screen: screen, condition: Simulation.Condition(), credit: 90, meaning: "")

    #expect(!phone.isReachedInOrder)
    #expect(phone.with(goals: [goal]).isReachedInOrder)
    #expect(!phone.with(goals: [lesser]).isReachedInOrder)
  }

  @Test("tapping in order goes on to what was not tapped yet, and leaves when all was")
  func tapsOn() throws {
    let text = try #require(PhoneOfBaTu.text.exchanging(#""goes": "trang-la""#, for: #""goes": "chinh""#))
    let rerouted = try #require(
      text.exchanging(#"{ "fields": [{ "field": "so-tien", "empty": true }] },"#, for: ""))
    let json = try JSONReader.read(Array(rerouted.utf8))
    let simulation = try #require(
      SimulationFile.read(json, subject: "", findings: Findings(file: ""), surveyed: false))
    // tin-nhan, mo, ngan-hang, xem, luu, tra without typing: at the screen of the wrong amount after six taps.
    let goal = Simulation.Goal(
      screen: Simulation.Screen.ID("sai-so"), condition: Simulation.Condition(has: [Simulation.Mark("luu")]),
      credit: 100,
      meaning: "")

    #expect(simulation.with(goals: [goal], stepLimit: 6).isReachedInOrder)
    #expect(!simulation.with(goals: [goal], stepLimit: 5).isReachedInOrder)
  }

  @Test("a machine that counts with its marks has too many states, and the survey ends there")
  func refusesTooManyStates() throws {
    let phone = try PhoneOfBaTu.simulation()
    let switches = (1...15).map { number in
      Simulation.Element(
        .switch(
          id: Simulation.Element.ID("s\(number)"), text: "", detail: nil, mark: Simulation.Mark("m\(number)")))
    }
    let counting = Simulation.Screen(
      id: phone.start, name: "", look: .home, title: nil, address: nil, ear: "", elements: switches)
    let simulation = Simulation(
      device: .phone, start: phone.start, stepLimit: 8, goals: phone.goals, forbidden: [], screens: [counting])

    #expect(SimulationSurvey(simulation).faults == [.tooManyStates])
    #expect(SimulationSurvey(simulation).failure == nil)
  }

  @Test("something forbidden within one tap is remarked")
  func seesOneTap() throws {
    let phone = try PhoneOfBaTu.simulation()
    let near = Simulation.Forbidden(
      screen: Simulation.Screen.ID("tin-nhan"), condition: Simulation.Condition(), meaning: "")

    #expect(!SimulationSurvey(phone).isForbiddenWithinOneTap)
    #expect(SimulationSurvey(phone.with(forbidden: [near])).isForbiddenWithinOneTap)
  }

  @Test("a branch behind one that always fits is out of reach")
  func seesHiddenBranch() throws {
    let text = try #require(
      PhoneOfBaTu.text.exchanging(
        #"{ "fields": [{ "field": "so-tien", "empty": true }] },"#, for: #"{ "to": "sai-so" },"#))
    let json = try JSONReader.read(Array(text.utf8))
    let simulation = try #require(
      SimulationFile.read(json, subject: "", findings: Findings(file: ""), surveyed: false))

    #expect(SimulationSurvey(simulation).faults.contains(.unreachableScreen(Simulation.Screen.ID("da-tra"))))
    #expect(
      simulation.walk(along: [
        WayStep(Simulation.Element.ID("ngan-hang")), WayStep(Simulation.Element.ID("tra"), branch: 2),
      ]) == nil)
  }
}

extension Simulation {
  func with(goals: [Goal]? = nil, forbidden: [Forbidden]? = nil, stepLimit: Int? = nil) -> Simulation {
    Simulation(
      device: device, start: start, stepLimit: stepLimit ?? self.stepLimit, goals: goals ?? self.goals,
      forbidden: forbidden ?? self.forbidden, screens: screens)
  }
}

/// Taps a way as a person would, typing first.
func replay(_ solution: [SolutionStep], in simulation: Simulation) throws -> Walk {
  var walk = simulation.beginning
  for step in solution {
    let tapped = try #require(simulation.tapped(step.step.element, typed: step.typed, in: walk))
    #expect(tapped.step == step.step)
    walk = tapped.walk
  }
  return walk
}
