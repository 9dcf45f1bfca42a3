import Assessment
import UseCases

/// Every text of an item for which a page in another language asks a translation: taken from the pages themselves, with
/// the words drawn into pictures, and whatever taps bring to a simulated screen.
struct WrittenItem {
  private let item: Item

  init(_ item: Item) {
    self.item = item
  }

  /// As they stand on the pages, each once, without what stands for itself.
  var texts: [String] {
    var met: Set<String> = []
    return all.filter { !isSign($0) && met.insert($0).inserted }
  }

  /// The letters of answers and of people's pictures, and the item's name, which previews alone show.
  private func isSign(_ text: String) -> Bool {
    text == item.id.text || text.count <= 2 && text.allSatisfy { $0.isASCII && $0.isUppercase }
  }

  private var all: [String] {
    var texts = [item.stem.written] + item.parts.map(\.text.written)
    texts += pages.flatMap { Tongue.texts(in: $0.bytes) }
    if item.use != .tested { texts.append(item.rationale) }
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
