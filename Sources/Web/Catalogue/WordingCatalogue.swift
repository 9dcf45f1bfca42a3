import Assessment
import UseCases

/// One sentence that a resident may read or hear.
package struct WordingEntry: Equatable, Sendable {
  /// Where it stands in the sources, as in `SeatWording.begin`.
  package let key: String
  /// With samples where something is put in: numbers, and "…" for words.
  package let text: String
  /// The pages that show it.
  package let page: String

  init(_ key: String, _ text: String, on page: String) {
    self.key = key
    self.text = text
    self.page = page
  }
}

/// Everything the pages of residents say by themselves, for a Vietnamese reader to go through. The sentences stand in the
/// files named `…Wording.swift`; a test holds this list complete, and `Tests/wording_catalogue.py` writes it anew.
package enum WordingCatalogue {
  package static var entries: [WordingEntry] {
    wayOfTest + slipsAndChecks + seatWording + helpCallWording + idleWording + keyboardWording + screenWording
      + printerWording
      + problems + faults
  }

  private static var problems: [WordingEntry] {
    Problem.allCases.map { WordingEntry("Problem.\($0)", $0.sentence, on: "problem") }
  }

  private static var faults: [WordingEntry] {
    let cards: [CitizenCardFault] = [.tooFewFields(found: 3), .number, .name, .birthDate]
    return ParticularsFault.allCases.map { WordingEntry("ParticularsFault.\($0)", $0.sentence, on: "seat") }
      + cards.map { WordingEntry("CitizenCardFault.\($0)", $0.sentence, on: "seat") }
  }
}
