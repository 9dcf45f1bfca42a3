import Assessment
import UseCases

/// The list of attempts with its words; rows are made while they are read.
package struct AttemptTable: ReportSource {
  let list: AttemptList
  let filter: [ReportHead.Fact]

  package init(_ list: AttemptList, filter: [ReportHead.Fact]) {
    self.list = list
    self.filter = filter
  }

  private var isInternal: Bool { list.query.mode == .internal }

  package var head: ReportHead {
    ReportHead(
      title: ReportWording.attempts,
      facts: [ReportHead.Fact(ReportWording.period, ReportWording.period(list.query.period))] + filter
        + [ReportHead.Fact(ReportWording.mode, ReportWording.mode(list.query.mode))],
      columns: columns, mode: list.query.mode)
  }

  package var notes: [String] { [] }

  /// What leaves the office has days only, and nobody's hamlet, age or sex: several of these together name a person.
  private var columns: [ReportHead.Column] {
    let start = [
      ReportHead.Column("attempt", ReportWording.number, .integer),
      isInternal
        ? ReportHead.Column("handedIn", ReportWording.handedIn, .moment)
        : ReportHead.Column("day", ReportWording.day, .date),
      ReportHead.Column("audience", ReportWording.breakdown(.audience), .text),
    ]
    let own =
      isInternal
      ? [
        ReportHead.Column("hamlet", ReportWording.breakdown(.hamlet), .text),
        ReportHead.Column("age", ReportWording.breakdown(.age), .text),
        ReportHead.Column("sex", ReportWording.breakdown(.sex), .text),
      ] : []
    let end = [
      ReportHead.Column("turn", ReportWording.breakdown(.turn), .text),
      ReportHead.Column("outcome", ReportWording.outcome, .text),
      ReportHead.Column("score", ReportWording.score, .points),
      ReportHead.Column("outOf", ReportWording.outOf, .integer),
      ReportHead.Column("help", ReportWording.breakdown(.help), .text),
      ReportHead.Column("minutes", ReportWording.minutes, .integer),
      ReportHead.Column("person", ReportWording.person, .text),
    ]
    return start + own + end + (list.names == nil ? [] : [ReportHead.Column("name", ReportWording.name, .text)])
  }

  package func eachRow(_ body: (ReportRow) throws -> Void) throws {
    try list.each { attempt in try body(ReportRow(cells(attempt))) }
  }

  private func cells(_ line: AttemptList.Line) -> [ReportCell] {
    let attempt = line.attempt
    let group = attempt.group
    var cells: [ReportCell] = [
      .integer(Int(attempt.id)), isInternal ? .moment(attempt.at) : .date(CivilDate(attempt.at)),
      .text(line.audience),
    ]
    if isInternal {
      cells += [
        .text(line.hamlet ?? ReportWording.unknown), .text(ReportWording.age(group.age)),
        .text(group.sex.map(ReportWording.sex) ?? ReportWording.unknown),
      ]
    }
    cells += [
      .text(ReportWording.turn(group.isLater)), .text(ReportWording.outcome(attempt.isPassed)),
      .points(attempt.credit), .integer(attempt.asked), .text(ReportWording.help(group.isAssisted)),
      .integer((attempt.spent + 30_000) / 60_000), .text(line.person),
    ]
    if list.names != nil { cells.append(.text(line.name ?? "")) }
    return cells
  }
}
