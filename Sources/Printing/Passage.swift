import UseCases

/// Blocks of a paper that are set as one.
enum Passage: Equatable {
  /// A single block that stands for itself.
  case block(Paper.Block)
  /// What stands above the title: who issues the paper.
  case letterhead(String, isSmall: Bool)
  case facts([Fact])
  case symbol(CaptionedSymbol)
  case factsBeside([Fact], CaptionedSymbol)
  /// Small print that ends the paper, a paragraph each.
  case smallPrint([String])

  /// Neighbouring facts come together, and a small text right after a symbol becomes its caption.
  static func passages(of paper: Paper) -> [Passage] {
    let titleAt = paper.blocks.firstIndex { if case .title = $0 { true } else { false } } ?? 0
    var passages: [Passage] = []
    for (index, block) in paper.blocks.enumerated() {
      let next = index < titleAt ? letterhead(block) : ordinary(block)
      if let last = passages.last, let joined = last.joined(with: next) {
        passages[passages.count - 1] = joined
      } else {
        passages.append(next)
      }
    }
    return passages
  }

  /// The same, with the first symbol moved beside the first facts, for sheets wide enough to hold both.
  static func passagesInColumns(of paper: Paper) -> [Passage] {
    var passages = passages(of: paper)
    for (symbolAt, passage) in passages.enumerated() {
      guard case .symbol(let symbol) = passage else { continue }
      for (factsAt, passage) in passages.enumerated() {
        guard case .facts(let facts) = passage else { continue }
        passages[factsAt] = .factsBeside(facts, symbol)
        passages.remove(at: symbolAt)
        return passages
      }
    }
    return passages
  }

  /// How many passages at the end stand at the foot of a sheet: the small print and a line above it.
  static func footCount(of passages: [Passage]) -> Int {
    guard case .smallPrint = passages.last else { return 0 }
    return passages.dropLast().last == .block(.line) ? 2 : 1
  }

  private static func letterhead(_ block: Paper.Block) -> Passage {
    switch block {
    case .text(let text): .letterhead(text, isSmall: false)
    case .small(let text): .letterhead(text, isSmall: true)
    default: ordinary(block)
    }
  }

  private static func ordinary(_ block: Paper.Block) -> Passage {
    switch block {
    case .fact(let label, let value): .facts([Fact(label: label, value: value)])
    case .symbol(let matrix): .symbol(CaptionedSymbol(matrix: matrix, caption: nil))
    case .small(let text): .smallPrint([text])
    default: .block(block)
    }
  }

  private func joined(with next: Passage) -> Passage? {
    switch (self, next) {
    case (.facts(let facts), .facts(let more)): .facts(facts + more)
    case (.smallPrint(let texts), .smallPrint(let more)): .smallPrint(texts + more)
    case (.symbol(let symbol), .smallPrint(let texts)) where symbol.caption == nil:
      .symbol(CaptionedSymbol(matrix: symbol.matrix, caption: texts.first))
    default: nil
    }
  }
}

/// A label and what it says.
struct Fact: Equatable {
  let label: String
  let value: String
}

/// A symbol and the sentence under it.
struct CaptionedSymbol: Equatable {
  let matrix: QRMatrix
  let caption: String?
}
