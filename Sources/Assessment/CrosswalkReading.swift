/// A result read in another framework: points in each of its areas that the form touched.
package struct CrosswalkReading: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package let area: Crosswalk.Entry
    /// Hundredths of an item.
    package let credit: Int
    package let asked: Int
  }

  package let crosswalk: Crosswalk
  /// In the order of the other framework; an item counts in every area that its competence points to.
  package let lines: [Line]

  package init(_ crosswalk: Crosswalk, scores: [ItemScore], framework: Framework) {
    self.crosswalk = crosswalk
    lines = crosswalk.areas.compactMap { area in
      let own = scores.filter { score in
        let codes = framework.competence(score.competence)?.crosswalk[crosswalk.id] ?? []
        // "2.3" is a competence of the area "2".
        return codes.contains { $0.split(separator: ".").first.map(String.init) == area.code }
      }
      guard !own.isEmpty else { return nil }
      return Line(area: area, credit: own.reduce(0) { $0 + $1.credit }, asked: own.count)
    }
  }
}
