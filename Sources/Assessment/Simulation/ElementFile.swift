/// Reads one element of a screen.
enum ElementFile {
  private enum Kind: String, CaseIterable {
    case text, heading, small, note, facts, bubble, post, person, meter, picture, qr
    case button, row, tile, link, `switch`, field
  }

  /// Nil where the kind is unknown, or a picture cannot be read.
  static func read(
    _ json: JSON, number: Int, on screen: MemberReader, _ reading: SimulationReading
  ) -> Simulation.Element? {
    let reader = MemberReader(json, subject: screen.subject + ", element \(number)", findings: reading.findings)
    // Without its kind nothing is known of its other members, so none of them is told to be wrong.
    guard let kind = reader.word("kind", of: Kind.self) else { return nil }
    let content = content(kind, reader, reading)
    let condition = condition(reader, reading)
    reader.finish()
    return content.map { Simulation.Element($0, if: condition) }
  }

  private static func condition(_ reader: MemberReader, _ reading: SimulationReading) -> Simulation.Condition {
    guard let json = reader.member("if", optional: true) else { return Simulation.Condition() }
    let condition = MemberReader(json, subject: reader.subject, findings: reading.findings)
    defer { condition.finish() }
    return reading.condition(condition)
  }

  private static func content(
    _ kind: Kind, _ reader: MemberReader, _ reading: SimulationReading
  ) -> Simulation.Content? {
    switch kind {
    case .text: .text(reader.text("text"))
    case .heading: .heading(reader.text("text"))
    case .small: .small(reader.text("text"))
    case .note: .note(reader.text("text"), tone(reader))
    case .facts: .facts(facts(reader, reading))
    case .bubble: .bubble(bubble(reader))
    case .post: .post(by: reader.text("by"), when: reader.text("when"), text: reader.text("text"))
    case .person: .person(name: reader.text("name"), detail: reader.optionalText("detail"))
    case .meter:
      .meter(
        name: reader.text("name"), value: reader.text("value"), level: reader.integer("level", in: 0...100),
        tone: tone(reader))
    case .picture: DrawingFile.read(reader).map { .picture($0) }
    case .qr: .qr(alt: reader.text("alt"))
    case .button, .row, .tile, .link: .tap(tap(kind, reader, reading))
    case .switch:
      .switch(
        id: reader.id("id", of: Simulation.Element.self), text: reader.text("text"),
        detail: reader.optionalText("detail"), mark: reading.markTurned("mark", reader))
    case .field:
      .field(
        Simulation.Field(
          id: reader.id("id", of: Simulation.Element.self), label: reader.text("text"),
          entry: reader.word("entry", of: Simulation.Entry.self) ?? .word, hint: reader.optionalText("hint")))
    }
  }

  private static func tone(_ reader: MemberReader) -> Simulation.Tone {
    reader.word("tone", of: Simulation.Tone.self) ?? .info
  }

  private static func bubble(_ reader: MemberReader) -> Simulation.Bubble {
    Simulation.Bubble(
      side: reader.word("side", of: Simulation.Bubble.Side.self) ?? .incoming, from: reader.optionalText("from"),
      time: reader.optionalText("time"), text: reader.text("text"))
  }

  private static func facts(_ reader: MemberReader, _ reading: SimulationReading) -> [Simulation.Fact] {
    reader.list("rows").compactMap { row in
      guard case .list(let parts) = row.value, parts.count == 2 else {
        reader.problem("a row is a list of a name and a value", at: row.line)
        return nil
      }
      let texts = parts.map { reader.alone($0, "rows", reading.findings).text("rows") }
      return Simulation.Fact(name: texts[0], value: texts[1])
    }
  }

  private static func tap(_ kind: Kind, _ reader: MemberReader, _ reading: SimulationReading) -> Simulation.Tap {
    let shape: Simulation.Tap.Shape =
      switch kind {
      case .button: .button(reader.word("style", of: Simulation.Tap.Style.self) ?? .plain)
      case .row: .row(detail: reader.optionalText("detail"), icon: optionalIcon(reader))
      case .tile: .tile(reader.word("icon", of: Simulation.Icon.self) ?? .info)
      default: .link
      }
    return Simulation.Tap(
      id: reader.id("id", of: Simulation.Element.self), text: reader.text("text"), shape: shape,
      branches: BranchFile.read(reader, reading))
  }

  private static func optionalIcon(_ reader: MemberReader) -> Simulation.Icon? {
    reader.member("icon", optional: true) == nil ? nil : reader.word("icon", of: Simulation.Icon.self)
  }
}
