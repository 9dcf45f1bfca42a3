import Assessment
import Synchronization
import UseCases

/// Items, rules and notices read before, by row id, for all connections of one file together.
///
/// Content rows never change, so nothing here gets old. A store that rolls new content back empties it, because the row
/// ids are then free for other content.
package final class ContentCache: Sendable {
  /// An item takes about 4 KB decoded: a full bank fits, three banks of history do not, and need not.
  static let mostItems = 512
  static let mostRules = 16

  struct RulesKey: Hashable {
    let framework: Int64
    let blueprint: Int64
    let bank: Int64
  }

  private struct Contents {
    var items: [Int64: Item] = [:]
    var rules: [RulesKey: Rules] = [:]
    var notices: [Int64: Notice] = [:]
    var frameworks: [Int64: Framework] = [:]
  }

  private let contents = Mutex(Contents())

  package init() {}

  func item(_ row: Int64) -> Item? {
    contents.withLock { $0.items[row] }
  }

  func keep(_ item: Item, at row: Int64) {
    contents.withLock { contents in
      if contents.items.count >= Self.mostItems { contents.items.removeAll(keepingCapacity: true) }
      contents.items[row] = item
    }
  }

  func rules(_ key: RulesKey) -> Rules? {
    contents.withLock { $0.rules[key] }
  }

  func keep(_ rules: Rules, for key: RulesKey) {
    contents.withLock { contents in
      if contents.rules.count >= Self.mostRules { contents.rules.removeAll() }
      contents.rules[key] = rules
    }
  }

  func notice(_ row: Int64) -> Notice? {
    contents.withLock { $0.notices[row] }
  }

  func keep(_ notice: Notice, at row: Int64) {
    contents.withLock { contents in
      if contents.notices.count >= Self.mostRules { contents.notices.removeAll() }
      contents.notices[row] = notice
    }
  }

  func framework(_ row: Int64) -> Framework? {
    contents.withLock { $0.frameworks[row] }
  }

  func keep(_ framework: Framework, at row: Int64) {
    contents.withLock { contents in
      if contents.frameworks.count >= Self.mostRules { contents.frameworks.removeAll() }
      contents.frameworks[row] = framework
    }
  }

  func removeAll() {
    contents.withLock { $0 = Contents() }
  }
}
