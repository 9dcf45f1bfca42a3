import Assessment
import Measurement

/// Makes lines of groups of people out of counts.
package struct GroupRates {
  let query: PassRateQuery
  let names: ReportNames
  let practice: Int?

  package init(query: PassRateQuery, names: ReportNames, practice: Int?) {
    self.query = query
    self.names = names
    self.practice = practice
  }

  package func figures(_ counts: [ReportGroup: GroupCount]) -> PassRates {
    var sums: [(subject: PassRates.Subject, count: GroupCount)] = listed.map { ($0, GroupCount()) }
    for group in counts.keys.sorted(by: before) {
      let subject = subject(of: group)
      let place = sums.firstIndex { $0.subject == subject } ?? sums.endIndex
      if place == sums.endIndex { sums.append((subject, GroupCount())) }
      sums[place].count = sums[place].count + (counts[group] ?? GroupCount())
    }
    let rates = shown(sums.map(\.count))
    return PassRates(
      query: query, lines: zip(sums, rates.dropFirst()).map { line($0.subject, $0.count, $1) },
      total: line(.all, counts.total, rates.first ?? ShownRate(numerator: nil, denominator: nil)), practice: practice)
  }

  /// Months share people, so their total is no sum. What is hidden among them is chosen as if it were one, which hides no
  /// less; the total is judged by itself.
  package func months(_ months: [(PassRates.Subject, GroupCount)], total: GroupCount) -> PassRates {
    let rates = shown(months.map(\.1)).dropFirst()
    let all = query.mode == .outside ? Suppression.rate(total.proportion, rule: .sentOut) : total.proportion.shown
    return PassRates(
      query: query, lines: zip(months, rates).map { line($0.0, $0.1, $1) }, total: line(.all, total, all),
      practice: practice)
  }

  /// The total first.
  private func shown(_ counts: [GroupCount]) -> [ShownRate] {
    if query.mode == .outside { return Suppression.rates(counts.map(\.proportion), rule: .sentOut) }
    return [counts.reduce(GroupCount(), +).proportion.shown] + counts.map(\.proportion.shown)
  }

  private func line(_ subject: PassRates.Subject, _ count: GroupCount, _ people: ShownRate) -> PassRates.Line {
    PassRates.Line(
      subject: subject, name: names.name(of: subject), people: people,
      attempts: query.mode == .internal ? Proportion(count.attemptsPassed, of: count.attempts) : nil)
  }

  private func subject(of group: ReportGroup) -> PassRates.Subject {
    switch query.breakdown {
    case .audience: .audience(group.audience)
    case .hamlet: .hamlet(group.hamlet)
    case .age: .age(group.age)
    case .sex: .sex(group.sex)
    case .help: .help(group.isAssisted)
    case .turn: .turn(isLater: group.isLater)
    case .month, .area, .competence: .all
    }
  }

  /// Lines that stand in the table also where nobody is in them: an empty hamlet says something.
  private var listed: [PassRates.Subject] {
    switch query.breakdown {
    case .audience: names.audiences.map { .audience($0.id) }
    case .hamlet: names.hamlets.map { .hamlet($0.id) }
    case .age: AgeBand.allCases.map { .age($0) }
    case .sex: [.sex(.female), .sex(.male)]
    case .help: [.help(false), .help(true)]
    case .turn: [.turn(isLater: false), .turn(isLater: true)]
    case .month, .area, .competence: []
    }
  }

  /// For lines that are on no list, so that a table looks the same every time.
  private func before(_ one: ReportGroup, _ other: ReportGroup) -> Bool {
    (one.audience, one.hamlet ?? .max) < (other.audience, other.hamlet ?? .max)
  }
}

extension GroupCount {
  package var proportion: Proportion { Proportion(passed, of: people) }
}

extension Proportion {
  package var shown: ShownRate { ShownRate(numerator: numerator, denominator: denominator) }
}

/// Makes lines of areas or competences out of counts of deciding attempts. Everybody is in every line, so each is judged
/// by itself.
package struct PartRates {
  let query: PassRateQuery
  let names: ReportNames
  let practice: Int?

  package init(query: PassRateQuery, names: ReportNames, practice: Int?) {
    self.query = query
    self.names = names
    self.practice = practice
  }

  package func figures(total: [ReportGroup: GroupCount], parts: [ReportPart: PartCount]) -> PassRates {
    let all = total.total
    let isOutside = query.mode == .outside
    let rate = isOutside ? Suppression.rate(all.proportion, rule: .sentOut) : all.proportion.shown
    return PassRates(
      query: query, lines: order(parts).map { line($0, parts[$0] ?? PartCount()) },
      total: PassRates.Line(
        subject: .all, name: nil, people: rate,
        attempts: isOutside ? nil : Proportion(all.attemptsPassed, of: all.attempts)),
      practice: practice)
  }

  private func line(_ part: ReportPart, _ count: PartCount) -> PassRates.Line {
    let reached = Proportion(count.reached, of: count.people)
    let isOutside = query.mode == .outside
    let isSmall = isOutside && SuppressionRule.sentOut.isSmall(count.people)
    let people: ShownRate
    if query.breakdown == .competence {
      people = ShownRate(numerator: nil, denominator: isSmall ? nil : count.people)
    } else {
      people = isOutside ? Suppression.rate(reached, rule: .sentOut) : reached.shown
    }
    return PassRates.Line(
      subject: .part(part), name: names.name(of: .part(part)), people: people,
      points: isSmall ? nil : PassRates.Points(asked: count.asked, credit: count.credit))
  }

  /// As the framework lists them; parts of earlier frameworks follow by their codes.
  private func order(_ parts: [ReportPart: PartCount]) -> [ReportPart] {
    let wanted = parts.keys.filter(isWanted)
    let listed: [ReportPart] =
      query.breakdown == .area
      ? names.areas.map { .area($0.id) } : names.competences.map { .competence($0.id) }
    let known = listed.filter { parts[$0] != nil }
    return known + wanted.filter { !listed.contains($0) }.sorted { code($0) < code($1) }
  }

  private func isWanted(_ part: ReportPart) -> Bool {
    switch part {
    case .area: query.breakdown == .area
    case .competence: query.breakdown == .competence
    }
  }

  private func code(_ part: ReportPart) -> String {
    switch part {
    case .area(let id): id.text
    case .competence(let id): id.text
    }
  }
}
