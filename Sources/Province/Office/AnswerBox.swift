import Assessment
import Bundles
import Slip
import UseCases

extension ProvinceOffice {
  /// Everything that was answered about slips whose records a box delivers, in the form in which it takes it; nil where
  /// nothing was. The same answers give the same file.
  ///
  /// More than a file holds are the newest ones: a box that has fetched before has the others.
  package func answers(for box: Issuer) throws -> BoxAnswers? {
    let routed = try store.answers(for: box).sorted { $0.number > $1.number }.prefix(BoxAnswers.mostAnswers)
    guard let newest = routed.first else { return nil }
    return BoxAnswers(
      issuer: box, number: newest.number, madeAt: newest.at.seconds,
      answers: routed.reversed().compactMap { answer in
        guard let state = BoxAnswers.State(rawValue: answer.state.rawValue) else { return nil }
        return BoxAnswers.Answer(
          issuer: answer.issuer, token: answer.token, state: state, reason: answer.reason ?? "", at: answer.at)
      })
  }
}
