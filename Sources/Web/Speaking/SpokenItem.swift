import Assessment
import UseCases

/// Every line that a page of an item can say, taken from the pages themselves: as it is met, on every screen that taps lead
/// to, and where keys are shown, with why.
package struct SpokenItem {
  package struct Line: Equatable, Sendable {
    package let text: String
    /// How it is spoken, if not as it is written.
    package let ear: String?
  }

  private let item: Item

  package init(_ item: Item) {
    self.item = item
  }

  package var lines: [Line] {
    let ears = Dictionary(
      ([item.stem] + item.parts.map(\.text)).compactMap { text in text.ear.map { (text.written, $0) } },
      uniquingKeysWith: { one, _ in one })
    return texts.map { Line(text: $0, ear: ears[$0]) }
  }

  private var texts: [String] {
    var texts = [item.stem.written] + pages.flatMap { SpokenText($0).lines.map { String(decoding: $0, as: UTF8.self) } }
    if item.use != .tested { texts += [item.rationale] + item.parts.map(\.meaning) }
    return texts
  }

  private var pages: [Markup] {
    guard case .simulated(let simulation) = item.task else {
      let presentation = Presentation(item.task, order: item.task.shuffledParts, response: nil)
      return [AnswerMarkup(ItemView(item: item, presentation: presentation)).markup]
    }
    return SimulationSurvey(simulation).looks.map { SimulatedScreen(ScreenView(simulation, walk: $0)).markup }
  }
}
