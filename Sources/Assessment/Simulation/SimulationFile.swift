/// Reads the `simulation` of an item; the format is written down in <doc:SimulatedScreens>.
enum SimulationFile {
  /// Every problem is told; where the form is right, also what the survey of all states finds. Items that come back out
  /// of the store were surveyed when they went in, so that can be left out.
  ///
  /// - Returns: nil where there is any problem.
  static func read(_ json: JSON, subject: String, findings: Findings, surveyed: Bool = true) -> Simulation? {
    let before = findings.problems.count
    let reading = SimulationReading(subject: subject, findings: findings)
    let reader = MemberReader(json, subject: subject, findings: findings)
    let goals = reader.list("goals", counting: 1...6)
    let screens = reader.list("screens", counting: 2...14)
    let simulation = Simulation(
      device: reader.word("device", of: Simulation.Device.self) ?? .phone, start: reading.screen("start", reader),
      stepLimit: reader.integer("steps", in: 3...Way.mostSteps), goals: goals.map { goal($0, reading) },
      forbidden: reader.listIfThere("forbidden").map { forbidden($0, reading) },
      screens: screens.map { ScreenFile.read($0, reading) })
    reader.finish()
    check(simulation, reader, screens: screens)
    reading.checkNames(screens: simulation.screens)
    if findings.problems.count == before, surveyed {
      for fault in SimulationSurvey(simulation).faults { tell(fault, of: simulation, reader, goals, screens) }
    }
    return findings.problems.count == before ? simulation : nil
  }

  private static func goal(_ json: JSON, _ reading: SimulationReading) -> Simulation.Goal {
    let reader = MemberReader(json, subject: reading.subject + ", goal", findings: reading.findings)
    defer { reader.finish() }
    return Simulation.Goal(
      screen: reading.optionalScreen("screen", reader), condition: reading.condition(reader),
      credit: reader.integer("credit", in: 1...100), meaning: reader.text("meaning"))
  }

  private static func forbidden(_ json: JSON, _ reading: SimulationReading) -> Simulation.Forbidden {
    let reader = MemberReader(json, subject: reading.subject + ", forbidden", findings: reading.findings)
    defer { reader.finish() }
    return Simulation.Forbidden(
      screen: reading.optionalScreen("screen", reader), condition: reading.condition(reader),
      meaning: reader.text("meaning"))
  }

  private static func check(_ simulation: Simulation, _ reader: MemberReader, screens: [JSON]) {
    if !simulation.goals.isEmpty, !simulation.goals.contains(where: { $0.credit == 100 }) {
      reader.problem("no goal has the credit 100", at: reader.line(of: "goals"))
    }
    var seen: Set<String> = []
    for (screen, json) in zip(simulation.screens, screens) where !screen.id.text.isEmpty {
      if !seen.insert(screen.id.text).inserted {
        reader.problem("the screen id \"\(screen.id)\" stands twice", at: json.line)
      }
    }
  }

  private static func tell(
    _ fault: SimulationSurvey.Fault, of simulation: Simulation, _ reader: MemberReader, _ goals: [JSON],
    _ screens: [JSON]
  ) {
    func line(_ id: Simulation.Screen.ID) -> Int {
      zip(simulation.screens, screens).first { $0.0.id == id }?.1.line ?? reader.line
    }
    switch fault {
    case .tooManyStates:
      reader.problem("too many states: more than \(SimulationSurvey.mostStates) of a screen with its marks")
    case .unreachableScreen(let id):
      reader.problem("no way leads to the screen \"\(id)\"", at: line(id))
    case .unreachableGoal(let index):
      reader.problem("no way leads to this goal", at: goals[index].line)
    case .deadEnd(let id, let marks, let way):
      let with = marks.isEmpty ? "without marks" : "with \(marks.map(\.text).joined(separator: ", "))"
      reader.problem(
        "a dead end: from the screen \"\(id)\" \(with) (taps: \(way.text)) no goal and nothing forbidden can be reached",
        at: line(id))
    case .goalTooFar(let index, let taps):
      reader.problem("this goal is \(taps) taps away, it is over after \(simulation.stepLimit)", at: goals[index].line)
    case .tooFewSteps(let shortest):
      let least = (shortest * 3 + 1) / 2
      reader.problem(
        "\"steps\" must be at least \(least), one and a half times the \(shortest) taps of the shortest way",
        at: reader.line(of: "steps"))
    }
  }
}
