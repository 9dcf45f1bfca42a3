import Assessment

/// What a report of pass rates is asked about.
package struct PassRateQuery: Equatable, Sendable {
  /// What the lines of the table are.
  package enum Breakdown: String, Sendable, CaseIterable {
    case audience
    case hamlet
    case age
    case sex
    /// With help or without.
    case help
    /// The person's first attempt that counts, or a later one.
    case turn
    case month
    case area
    case competence
  }

  package var period: ReportPeriod
  package var breakdown: Breakdown
  package var filter: ReportFilter
  package var mode: ReportMode

  package init(
    period: ReportPeriod, breakdown: Breakdown, filter: ReportFilter = ReportFilter(), mode: ReportMode
  ) {
    self.period = period
    self.breakdown = breakdown
    self.filter = filter
    self.mode = mode
  }
}

/// Which attempts count; nil lets all through. Who is counted is decided among the attempts that are let through.
package struct ReportFilter: Equatable, Sendable {
  package var audience: Audience.ID?
  package var hamlet: Hamlet.ID?
  package var age: AgeBand?
  package var sex: Sex?
  package var isAssisted: Bool?
  package var isLater: Bool?
  /// A group of the office's own, written down when the person was seated.
  package var tag: Tag.ID?

  package init(
    audience: Audience.ID? = nil, hamlet: Hamlet.ID? = nil, age: AgeBand? = nil, sex: Sex? = nil,
    isAssisted: Bool? = nil, isLater: Bool? = nil, tag: Tag.ID? = nil
  ) {
    self.audience = audience
    self.hamlet = hamlet
    self.age = age
    self.sex = sex
    self.isAssisted = isAssisted
    self.isLater = isLater
    self.tag = tag
  }

  /// All but the tag, which no group knows: see ``ReportCounting``.
  package func lets(_ group: ReportGroup) -> Bool {
    (audience ?? group.audience) == group.audience && (hamlet == nil || hamlet == group.hamlet)
      && (age ?? group.age) == group.age && (sex == nil || sex == group.sex)
      && (isAssisted ?? group.isAssisted) == group.isAssisted && (isLater ?? group.isLater) == group.isLater
  }

  /// Whether kept counts answer it: they are kept over all audiences and within each.
  package var isKept: Bool {
    var rest = self
    rest.audience = nil
    return rest == ReportFilter()
  }
}

/// As in addresses, in this order: `audience-nguoi-dan`, `hamlet-3`, `age-18`, `sex-female`, `help-yes`, `turn-first`,
/// `tag-2`.
extension ReportFilter {
  package var words: [String] {
    var words: [String] = []
    if let audience { words.append("audience-\(audience)") }
    if let hamlet { words.append("hamlet-\(hamlet)") }
    if let age { words.append("age-\(age.rawValue)") }
    if let sex { words.append("sex-\(sex.rawValue)") }
    if let isAssisted { words.append(isAssisted ? "help-yes" : "help-no") }
    if let isLater { words.append(isLater ? "turn-later" : "turn-first") }
    if let tag { words.append("tag-\(tag)") }
    return words
  }

  /// Nil for words that ``words`` never gives.
  package init?(words: [String]) {
    self.init()
    for word in words {
      let parts = word.split(separator: "-", maxSplits: 1).map(String.init)
      guard parts.count == 2, set(parts[0], to: parts[1]) else { return nil }
    }
    guard self.words == words else { return nil }
  }

  private mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "audience":
      audience = Audience.ID.isWellFormed(value) ? Audience.ID(value) : nil
      return audience != nil
    case "hamlet":
      hamlet = Int64(value).flatMap { $0 > 0 ? $0 : nil }
      return hamlet != nil
    case "age":
      age = Int(value).flatMap(AgeBand.init(rawValue:))
      return age != nil
    case "sex":
      sex = Sex(rawValue: value)
      return sex != nil
    case "help":
      isAssisted = ["yes": true, "no": false][value]
      return isAssisted != nil
    case "turn":
      isLater = ["later": true, "first": false][value]
      return isLater != nil
    case "tag":
      tag = Int64(value).flatMap { $0 > 0 ? $0 : nil }
      return tag != nil
    default: return false
    }
  }
}
