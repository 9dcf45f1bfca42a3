import Assessment
import Bundles
import UseCases

extension BundledAttempt {
  /// As reports count them: an area of which nothing was asked says nothing, and competences have no cut.
  package var partScores: [PartScore] {
    guard let score else { return [] }
    return score.areas.filter { $0.asked > 0 }.map {
      PartScore(
        part: .area(Assessment.Area.ID($0.code)), asked: $0.asked, credit: $0.credit,
        isReached: $0.credit >= $0.needed * 100)
    }
      + score.competences.map {
        PartScore(
          part: .competence(Assessment.Competence.ID($0.code)), asked: $0.asked, credit: $0.credit, isReached: false)
      }
  }
}
