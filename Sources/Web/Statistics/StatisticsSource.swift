import Assessment
import UseCases

/// Makes the one table behind page, paper and files.
package struct StatisticsSource {
  let kiosk: Kiosk
  let choices: ReportChoices

  package init(kiosk: Kiosk) throws {
    self.kiosk = kiosk
    choices = try kiosk.reportChoices()
  }

  private func facts(_ query: StatisticsQuery, _ more: [ReportHead.Fact]) -> [ReportHead.Fact] {
    let audience = query.audience.map { id in choices.audiences.first { $0.id == id }?.name ?? id.text }
    return [
      ReportHead.Fact(ReportWording.period, ReportWording.period(query.period)),
      ReportHead.Fact(StatisticsWording.audience, audience ?? StatisticsWording.anyAudience),
    ] + more + [ReportHead.Fact(ReportWording.mode, ReportWording.mode(query.mode))]
  }

  /// How many there are is a count of people like any other.
  private func attempts(_ count: Int, _ query: StatisticsQuery) -> [ReportHead.Fact] {
    let isHidden = query.mode == .outside && count > 0 && count < Kiosk.leastForFigure
    return [ReportHead.Fact(StatisticsWording.attempts, isHidden ? ReportText.hidden : String(count))]
  }

  package func items(
    _ figures: ItemFigures, competence: Competence.ID?, by order: ItemOrder
  ) throws -> ReportTable {
    let query = figures.query
    let name = try competence.map { id in try kiosk.competences().first { $0.id == id }?.name ?? id.text }
    let more = [name.map { ReportHead.Fact(ReportWording.breakdown(.competence), $0) }].compactMap { $0 }
    let layout = ItemTable(figures: figures, mode: query.mode)
    return ReportTable(
      head: ReportHead(
        title: StatisticsWording.items,
        facts: facts(query, attempts(figures.attempts, query) + more + [sorted(order)]), columns: ItemTable.columns,
        mode: query.mode),
      rows: figures.lines.map { ReportRow(layout.cells($0)) }, notes: notes(StatisticsWording.itemNotes, query))
  }

  private func sorted(_ order: ItemOrder) -> ReportHead.Fact {
    ReportHead.Fact(StatisticsWording.sortedBy, StatisticsWording.order(order))
  }

  private func notes(_ notes: [String], _ query: StatisticsQuery) -> [String] {
    query.mode == .outside ? notes + [ReportWording.hiddenCounts] : notes
  }

  package func part(_ part: StatisticsRoute.Part, of detail: ItemDetail) -> ReportTable {
    let query = detail.query
    let rows: [ReportRow]
    let (columns, own): ([ReportHead.Column], [String])
    switch part {
    case .figures:
      let layout = ItemTable(
        figures: ItemFigures(query: query, lines: [], attempts: detail.attempts), mode: query.mode)
      rows = detail.versions.map { ReportRow(layout.cells($0.line)) }
      (columns, own) = (ItemTable.columns, StatisticsWording.itemNotes)
    case .options:
      rows = detail.versions.flatMap { OptionTable(version: $0, mode: query.mode).rows }
      (columns, own) = (OptionTable.columns, StatisticsWording.optionNotes)
    case .differences:
      rows = detail.versions.flatMap { DifferenceTable(version: $0, mode: query.mode).rows }
      (columns, own) = (DifferenceTable.columns, StatisticsWording.differenceNotes)
    }
    return ReportTable(
      head: ReportHead(
        title: title(part, detail.id), facts: facts(query, attempts(detail.attempts, query)), columns: columns,
        mode: query.mode), rows: rows, notes: notes(own, query))
  }

  private func title(_ part: StatisticsRoute.Part, _ id: Item.ID) -> String {
    switch part {
    case .figures: StatisticsWording.item(id.text)
    case .options: "\(StatisticsWording.item(id.text)): \(StatisticsWording.optionsTitle.lowercased())"
    case .differences: "\(StatisticsWording.item(id.text)): \(StatisticsWording.differencesTitle.lowercased())"
    }
  }

  package func test(_ figures: TestFigures) -> ReportTable {
    let query = figures.query
    return ReportTable(
      head: ReportHead(
        title: StatisticsWording.test,
        facts: facts(query, attempts(figures.attempts, query) + rules(figures.blueprint, figures.others, query)),
        columns: TestTable.columns, mode: query.mode),
      rows: TestTable(figures: figures).rows, notes: notes(TestWording.notes, query))
  }

  package func cut(_ figures: CutFigures) -> ReportTable {
    let query = figures.query
    let own = TestWording.cutNotes + (query.mode == .outside ? [TestWording.cutHidden] : [])
    return ReportTable(
      head: ReportHead(
        title: StatisticsWording.cut,
        facts: facts(query, attempts(figures.attempts, query) + rules(figures.blueprint, figures.others, query)),
        columns: CutTable.columns, mode: query.mode),
      rows: CutTable(figures: figures).rows, notes: notes(own, query))
  }

  private func rules(_ blueprint: Blueprint?, _ others: Int, _ query: StatisticsQuery) -> [ReportHead.Fact] {
    guard let blueprint else { return [] }
    let text = StatisticsWording.rules(
      version: blueprint.version, items: blueprint.itemCount, cut: blueprint.cutScore.overall,
      minutes: blueprint.minutes)
    let isShown = others > 0 && (query.mode == .internal || others >= Kiosk.leastForFigure)
    return [ReportHead.Fact(StatisticsWording.rules, text)]
      + (isShown ? [ReportHead.Fact(StatisticsWording.others, String(others))] : [])
  }
}
