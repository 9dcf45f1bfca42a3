/// What is named while a simulation is read and can be looked up only when all of it is known.
final class SimulationReading {
  let findings: Findings
  let subject: String
  private var screens: [Name] = []
  private var marks: [Name] = []
  private var marksSet: Set<String> = []

  private struct Name {
    let text: String
    let line: Int
    let subject: String
  }

  init(subject: String, findings: Findings) {
    self.subject = subject
    self.findings = findings
  }

  func screen(_ name: String, _ reader: MemberReader) -> Simulation.Screen.ID {
    let id = reader.id(name, of: Simulation.Screen.self)
    if !id.text.isEmpty { screens.append(Name(text: id.text, line: reader.line(of: name), subject: reader.subject)) }
    return id
  }

  func optionalScreen(_ name: String, _ reader: MemberReader) -> Simulation.Screen.ID? {
    reader.member(name, optional: true) == nil ? nil : screen(name, reader)
  }

  /// Marks that are asked for or cleared, which something must set.
  func marksAsked(_ name: String, _ reader: MemberReader) -> [Simulation.Mark] {
    reader.listIfThere(name).map { json in
      let mark = mark(json, name, reader)
      if !mark.text.isEmpty { marks.append(Name(text: mark.text, line: json.line, subject: reader.subject)) }
      return mark
    }
  }

  func marksSet(_ name: String, _ reader: MemberReader) -> [Simulation.Mark] {
    reader.listIfThere(name).map { json in
      let mark = mark(json, name, reader)
      marksSet.insert(mark.text)
      return mark
    }
  }

  func markTurned(_ name: String, _ reader: MemberReader) -> Simulation.Mark {
    let mark = reader.id(name, of: Simulation.self)
    marksSet.insert(mark.text)
    return mark
  }

  func condition(_ reader: MemberReader) -> Simulation.Condition {
    Simulation.Condition(has: marksAsked("has", reader), lacks: marksAsked("lacks", reader))
  }

  /// To be called when everything was read.
  func checkNames(screens known: [Simulation.Screen]) {
    let ids = Set(known.map(\.id.text))
    for name in screens where !ids.contains(name.text) {
      findings.add("the screen \"\(name.text)\" is not here", at: name.line, subject: name.subject)
    }
    for name in marks where !marksSet.contains(name.text) {
      findings.add("nothing sets the mark \"\(name.text)\"", at: name.line, subject: name.subject)
    }
  }

  private func mark(_ json: JSON, _ name: String, _ reader: MemberReader) -> Simulation.Mark {
    reader.alone(json, name, findings).id(name, of: Simulation.self)
  }
}

extension MemberReader {
  func line(of name: String) -> Int {
    member(name, optional: true)?.line ?? line
  }

  /// A reader of one element of a list, under the name of the list, so that it is checked as any member is.
  func alone(_ json: JSON, _ name: String, _ findings: Findings) -> MemberReader {
    MemberReader(
      JSON(.object([JSON.Member(name: name, value: json)]), line: json.line), subject: subject, findings: findings)
  }

  func listIfThere(_ name: String) -> [JSON] {
    member(name, optional: true) == nil ? [] : list(name, atLeast: 0)
  }

  func list(_ name: String, counting range: ClosedRange<Int>) -> [JSON] {
    guard let json = member(name) else { return [] }
    guard case .list(let elements) = json.value, range.contains(elements.count) else {
      let found = if case .list(let elements) = json.value { "\(elements.count)" } else { json.kind }
      problem(
        "\"\(name)\" must be a list of \(range.lowerBound) to \(range.upperBound), found \(found)", at: json.line)
      return []
    }
    return elements
  }

  /// Nil, and a problem, where the text is none of the words of that type.
  func word<Word: RawRepresentable & CaseIterable>(_ name: String, of: Word.Type) -> Word?
  where Word.RawValue == String {
    let text = text(name)
    if let word = Word(rawValue: text) { return word }
    if !text.isEmpty {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      problem("\"\(name)\" is \"\(text)\"; expected one of \(known)", at: line(of: name))
    }
    return nil
  }
}
