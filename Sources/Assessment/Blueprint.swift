/// How a form for one audience is made up and judged. All of it is data, versioned, and a proposal until adopted.
package struct Blueprint: Equatable, Sendable {
  /// A range of judged difficulties that items are drawn from.
  package struct Band: Equatable, Sendable {
    package typealias ID = ContentID<Band>

    package let id: ID
    package let name: String
    package let difficulties: [Int]
    /// Such a band draws items that are done with the hands, any other band only the rest: so all forms have equally many.
    package let isPractical: Bool

    package init(id: ID, name: String, difficulties: [Int], isPractical: Bool = false) {
      self.id = id
      self.name = name
      self.difficulties = difficulties
      self.isPractical = isPractical
    }

    package func holds(_ card: Item.Card) -> Bool {
      difficulties.contains(card.difficulty) && card.kind.isPractical == isPractical
    }
  }

  /// So many items of one area and one band.
  package struct Draw: Equatable, Sendable {
    package let area: Area.ID
    package let band: Band.ID
    package let count: Int

    package init(area: Area.ID, band: Band.ID, count: Int) {
      self.area = area
      self.band = band
      self.count = count
    }
  }

  package let audience: Audience.ID
  package let version: Int
  /// The framework version it was written for.
  package let framework: Int
  package let adoption: Adoption?
  package let legalBasis: [String]
  package let reason: String
  package let minutes: Int
  package let warmUps: Int
  package let practicePerArea: Int
  package let retakeDelayDays: Int
  package let bands: [Band]
  package let draws: [Draw]
  /// Of a hundred people who stand at the cut, how many get an item of difficulty 1, 2, 3, 4 and 5 right: a judgement until
  /// item statistics are there. Forms are drawn so that all of them are equally hard by it.
  package let expectedPercents: [Int]
  package let cutScore: CutScore

  package init(
    audience: Audience.ID, version: Int, framework: Int, adoption: Adoption?, legalBasis: [String], reason: String,
    minutes: Int, warmUps: Int, practicePerArea: Int, retakeDelayDays: Int, bands: [Band], draws: [Draw],
    expectedPercents: [Int], cutScore: CutScore
  ) {
    self.audience = audience
    self.version = version
    self.framework = framework
    self.adoption = adoption
    self.legalBasis = legalBasis
    self.reason = reason
    self.minutes = minutes
    self.warmUps = warmUps
    self.practicePerArea = practicePerArea
    self.retakeDelayDays = retakeDelayDays
    self.bands = bands
    self.draws = draws
    self.expectedPercents = expectedPercents
    self.cutScore = cutScore
  }

  /// Items that count in one form.
  package var itemCount: Int {
    draws.reduce(0) { $0 + $1.count }
  }

  package var allowedMilliseconds: Int {
    minutes * 60_000
  }

  /// What an item of a difficulty adds to the expected score, in hundredths of an item.
  package func expected(_ difficulty: Int) -> Int {
    expectedPercents.indices.contains(difficulty - 1) ? expectedPercents[difficulty - 1] : 0
  }

  package func band(_ id: Band.ID) -> Band? {
    bands.first { $0.id == id }
  }

  /// The items that one draw may take.
  package func pool(for draw: Draw, in cards: [Item.Card]) -> [Item.Card] {
    guard let band = band(draw.band) else { return [] }
    return cards.filter { $0.use == .tested && $0.area == draw.area && band.holds($0) }
  }

  /// Areas in the order the blueprint draws them.
  package var areas: [Area.ID] {
    var seen: [Area.ID] = []
    for draw in draws where !seen.contains(draw.area) {
      seen.append(draw.area)
    }
    return seen
  }
}

/// The line to pass: right answers over all, and at least so many in each area.
package struct CutScore: Equatable, Sendable {
  package let overall: Int
  package let areas: [Area.ID: Int]

  package init(overall: Int, areas: [Area.ID: Int]) {
    self.overall = overall
    self.areas = areas
  }
}
