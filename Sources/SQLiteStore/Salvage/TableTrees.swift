/// Finds the pages of each table, also those that hang on nothing any more.
struct TableTrees {
  let image: DatabaseImage
  private(set) var pages: [String: [Int]] = [:]
  /// Tables a page of which could not be read as one, so that pages below it hang on nothing.
  private(set) var torn: Set<String> = []
  private var seen: Set<Int> = []

  /// - Parameter roots: the first page of every table and index, by name.
  init(_ image: DatabaseImage, roots: [String: Int]) {
    self.image = image
    for (name, root) in roots.sorted(by: { $0.value < $1.value }) { walk(name, from: root) }
  }

  private mutating func walk(_ name: String, from root: Int) {
    var waiting = [root]
    while let number = waiting.popLast() {
      guard (1...max(1, image.pageCount)).contains(number), seen.insert(number).inserted,
        let page = PageRows(image, number)
      else {
        torn.insert(name)
        continue
      }
      pages[name, default: []].append(number)
      waiting += page.children
    }
  }

  /// Pages with rows that no tree leads to.
  var orphans: [Int] {
    guard image.pageCount > 0 else { return [] }
    return (1...image.pageCount).filter { number in
      guard !seen.contains(number), let page = PageRows(image, number) else { return false }
      return page.kind != .tableInterior && !page.rows.isEmpty
    }
  }

  /// The roots as the database itself names them; empty where its first page is gone.
  static func roots(in image: DatabaseImage) -> [String: Int] {
    let schema = TableTrees(image, roots: ["sqlite_schema": 1])
    var roots: [String: Int] = [:]
    for number in schema.pages["sqlite_schema"] ?? [] {
      for row in PageRows(image, number)?.rows ?? [] where row.values.count == 5 {
        guard case .text(let name) = row.values[1], case .integer(let root) = row.values[3], root > 1 else { continue }
        roots[String(decoding: name, as: UTF8.self)] = Int(root)
      }
    }
    return roots
  }
}
