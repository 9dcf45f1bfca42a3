import Assessment

/// One line of results; see Results in the documentation of `Interchange`.
package struct ResultLine {
  package let json: JSON

  package init(_ attempt: PseudonymousAttempt) {
    let facts = attempt.facts
    var members: [JSON.Member] = []
    func set(_ name: String, _ value: JSON?) {
      if let value { members.append(JSON.Member(name: name, value: value)) }
    }
    set("format", 1)
    set("attempt", JSON(attempt.name))
    set("person", attempt.person.map { JSON($0) })
    set("audience", JSON(facts.audience.text))
    set("mode", JSON(facts.mode.rawValue))
    set("submitted", JSON(Self.text(CivilDate(facts.submittedAt))))
    set("ending", JSON(facts.ending))
    set("seconds", JSON(Int(facts.spentMilliseconds / 1_000)))
    set("framework", JSON(facts.frameworkVersion))
    set("blueprint", JSON(facts.blueprintVersion))
    set("bank", JSON(Hexadecimal.text(Array(facts.bankHash.prefix(4)))))
    set("right", JSON(facts.right))
    set("asked", JSON(facts.asked))
    set("credit", JSON(facts.credit))
    set("passed", facts.isPassed.map { JSON($0) })
    set("answers", JSON(attempt.answers.map(Self.answer)))
    json = JSON(.object(members))
  }

  private static func answer(_ answer: GivenAnswer) -> JSON {
    var members: [JSON.Member] = []
    func set(_ name: String, _ value: JSON) { members.append(JSON.Member(name: name, value: value)) }
    set("place", JSON(answer.number))
    set("item", JSON(answer.item.text))
    set("version", JSON(answer.itemVersion))
    set("type", JSON(answer.kind.rawValue))
    set("competence", JSON(answer.competence.text))
    set("order", JSON(answer.optionOrder.map { JSON($0.text) }))
    if let response = answer.response { set("response", JSON(response)) }
    set("credit", JSON(answer.credit))
    set("seconds", JSON(Int(answer.spentMilliseconds / 1_000)))
    return JSON(.object(members))
  }

  private static func text(_ date: CivilDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(date.year)-\(two(date.month))-\(two(date.day))"
  }
}
