/// What stands between a draft and its release: faults of its form, and what an editor remarks.
package struct DraftEditor {
  /// An item that is to become one of the bank's.
  package struct Draft: Sendable {
    package let item: Item?
    /// Nothing of it is missing or misshapen where this is empty.
    package let problems: [ContentProblem]

    /// - Parameters:
    ///   - content: an item of ItemBankFile, perhaps with members missing.
    ///   - file: what is named as the place of its problems, with `line` where the content itself knows none.
    package init(_ content: JSON, framework: Framework, file: String, line: Int) {
      let findings = Findings(file: file)
      item = ItemFile.item(content, framework: framework, findings: findings)
      problems = findings.problems.map {
        ContentProblem(file: file, line: line, subject: $0.subject, text: $0.text, kind: $0.kind, facts: $0.facts)
      }
    }
  }

  private let rules: EditorialRules
  private let today: CivilDate

  package init(rules: EditorialRules, today: CivilDate) {
    self.rules = rules
    self.today = today
  }

  /// What is remarked on one item by itself.
  package func remarks(on item: Item) -> [BankEditor.Remark] {
    ItemEditor(item, rules: rules, today: today).remarks
  }

  /// What is remarked on some items among all that will be drawn with them: near-duplicates too.
  package func remarks(on news: Set<Item.ID>, among items: [Item]) -> [BankEditor.Remark] {
    let subjects = Set(news.map { "item \"\($0)\"" })
    let live = items.filter { $0.retirement == nil }
    return live.filter { news.contains($0.id) }.flatMap(remarks(on:))
      + BankEditor.nearDuplicates(live, rules: rules).filter { remark in
        subjects.contains(remark.subject) || news.contains { remark.text.contains("\"\($0)\"") }
      }
  }
}

extension ItemBank.Entry {
  /// Nil where the content is not that of a whole item of the framework.
  package init?(_ content: [UInt8], framework: Framework) {
    guard let item = ItemBank.item(from: content, framework: framework),
      let area = framework.competence(item.competence)?.area
    else { return nil }
    self.init(item: item, area: area, content: content)
  }
}
