/// Why a blueprint cannot be used: it contradicts itself, its framework, or the bank it draws from. One set of rules for the
/// files of a bank and for an office that changes its own rules.
package enum BlueprintFault: Equatable, Sendable {
  case unknownAudience(Audience.ID)
  case otherFramework(written: Int, found: Int)
  case unknownArea(Area.ID)
  case unknownBand(Blueprint.Band.ID)
  case cutWithoutDraw(Area.ID)
  case noCut(Area.ID)
  case areaCutAboveDrawn(Area.ID, needed: Int, drawn: Int)
  case cutAboveDrawn(needed: Int, drawn: Int)
  case tooManyItems(Int)
  case tooFewTested(Area.ID, Blueprint.Band.ID, needed: Int, available: Int)
  case tooFewPractice(Area.ID, needed: Int, available: Int)
  case tooFewWarmUps(needed: Int, available: Int)

  /// As the checker of a bank's files tells it.
  package var text: String {
    switch self {
    case .unknownAudience(let id): "the audience \"\(id)\" is not in framework.json"
    case .otherFramework(let written, let found): "written for framework version \(written), found version \(found)"
    case .unknownArea(let id): "the area \"\(id)\" is not in framework.json"
    case .unknownBand(let id): "the band \"\(id)\" is not among its bands"
    case .cutWithoutDraw(let id): "a cut score is set for the area \"\(id)\", of which nothing is drawn"
    case .noCut(let id): "no cut score is set for the area \"\(id)\""
    case .areaCutAboveDrawn(let id, let needed, let drawn):
      "area \"\(id)\": \(needed) right are needed, only \(drawn) are drawn"
    case .cutAboveDrawn(let needed, let drawn): "\(needed) right are needed, only \(drawn) items are drawn"
    case .tooManyItems(let count): "\(count) items are drawn, at most \(Blueprint.mostItems) make a form"
    case .tooFewTested(let area, let band, let needed, let available):
      "area \"\(area)\", band \"\(band)\": \(needed) tested items drawn, the bank has \(available)"
    case .tooFewPractice(let area, let needed, let available):
      "area \"\(area)\": \(needed) practice items drawn, the bank has \(available)"
    case .tooFewWarmUps(let needed, let available): "\(needed) warm-up items drawn, the bank has \(available)"
    }
  }
}

extension Blueprint {
  /// More would not fit the cut score's field, nor a morning.
  package static let mostItems = 200

  /// What contradicts itself or the framework.
  package func faults(in framework: Framework) -> [BlueprintFault] {
    var faults: [BlueprintFault] = []
    if framework.audience(audience) == nil { faults.append(.unknownAudience(audience)) }
    if self.framework != framework.version {
      faults.append(.otherFramework(written: self.framework, found: framework.version))
    }
    for draw in draws {
      if framework.area(draw.area) == nil { faults.append(.unknownArea(draw.area)) }
      if band(draw.band) == nil { faults.append(.unknownBand(draw.band)) }
    }
    for area in cutScore.areas.keys.sorted() where !areas.contains(area) { faults.append(.cutWithoutDraw(area)) }
    for area in areas {
      guard let needed = cutScore.areas[area] else {
        faults.append(.noCut(area))
        continue
      }
      let drawn = count(of: area)
      if needed > drawn { faults.append(.areaCutAboveDrawn(area, needed: needed, drawn: drawn)) }
    }
    if itemCount > Self.mostItems { faults.append(.tooManyItems(itemCount)) }
    if cutScore.overall > itemCount { faults.append(.cutAboveDrawn(needed: cutScore.overall, drawn: itemCount)) }
    return faults
  }

  /// What the bank is too small for: it would fail in front of a resident.
  ///
  /// - Parameter cards: the bank's items for this audience.
  package func shortages(in cards: [Item.Card]) -> [BlueprintFault] {
    var faults: [BlueprintFault] = []
    for draw in draws {
      let count = pool(for: draw, in: cards).count
      if count < draw.count {
        faults.append(.tooFewTested(draw.area, draw.band, needed: draw.count, available: count))
      }
    }
    for area in areas {
      let count = cards.filter { $0.use == .practice && $0.area == area }.count
      if count < practicePerArea { faults.append(.tooFewPractice(area, needed: practicePerArea, available: count)) }
    }
    let count = cards.filter { $0.use == .warmUp }.count
    if count < warmUps { faults.append(.tooFewWarmUps(needed: warmUps, available: count)) }
    return faults
  }

  /// Items drawn of one area.
  package func count(of area: Area.ID) -> Int {
    draws.filter { $0.area == area }.reduce(0) { $0 + $1.count }
  }
}
