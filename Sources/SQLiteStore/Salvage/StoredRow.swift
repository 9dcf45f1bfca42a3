/// A value as a record holds it.
enum StoredValue: Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text([UInt8])
  case blob([UInt8])
}

/// A row as a page holds it: its values in the order in which they are stored, and its number where it has one.
struct StoredRow {
  let rowid: Int64?
  let values: [StoredValue]
}

/// Reads the rows of one page of a table; whatever does not fit the file format is passed over
/// (https://www.sqlite.org/fileformat2.html#b_tree_pages).
struct PageRows {
  enum Kind: UInt8 {
    case tableLeaf = 0x0D
    case tableInterior = 0x05
    case indexLeaf = 0x0A
    case indexInterior = 0x02
  }

  let image: DatabaseImage
  let page: [UInt8]
  private let head: Int
  let kind: Kind

  init?(_ image: DatabaseImage, _ number: Int) {
    guard let page = image.page(number) else { return nil }
    head = number == 1 ? 100 : 0
    guard let kind = Kind(rawValue: page[head]) else { return nil }
    (self.image, self.page, self.kind) = (image, page, kind)
  }

  private var isInterior: Bool { kind == .tableInterior || kind == .indexInterior }

  private var cells: [Int] {
    let count = Int(page[head + 3]) << 8 | Int(page[head + 4])
    let start = head + (isInterior ? 12 : 8)
    guard start + 2 * count <= page.count else { return [] }
    return (0..<count).map { Int(page[start + 2 * $0]) << 8 | Int(page[start + 2 * $0 + 1]) }
      .filter { $0 >= start && $0 + 4 <= page.count }
  }

  /// Pages below this one.
  var children: [Int] {
    guard isInterior else { return [] }
    return cells.map { number(at: $0) } + [number(at: head + 8)]
  }

  var rows: [StoredRow] {
    switch kind {
    case .tableInterior: []
    case .tableLeaf: cells.compactMap { row(at: $0, hasNumber: true) }
    case .indexLeaf: cells.compactMap { row(at: $0, hasNumber: false) }
    case .indexInterior: cells.compactMap { row(at: $0 + 4, hasNumber: false) }
    }
  }

  private func number(at place: Int) -> Int {
    page[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private func row(at place: Int, hasNumber: Bool) -> StoredRow? {
    var at = place
    guard let size = Varint.read(page, &at), (1...1 << 24).contains(size) else { return nil }
    var rowid: Int64?
    if hasNumber {
      rowid = Varint.read(page, &at)
      guard rowid != nil else { return nil }
    }
    guard let payload = payload(Int(size), at: at, isTable: hasNumber) else { return nil }
    return StoredRow(rowid: rowid, values: RecordFormat.values(of: payload) ?? [])
  }

  /// What does not fit into the page goes on in others, linked one to the next.
  private func payload(_ size: Int, at start: Int, isTable: Bool) -> [UInt8]? {
    let usable = page.count
    let most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
    guard size > most else { return start + size <= usable ? Array(page[start..<start + size]) : nil }
    let least = (usable - 12) * 32 / 255 - 23
    let wanted = least + (size - least) % (usable - 4)
    let local = wanted <= most ? wanted : least
    guard start + local + 4 <= usable else { return nil }
    var bytes = Array(page[start..<start + local])
    var next = number(at: start + local)
    while bytes.count < size {
      guard next > 0, let more = image.page(next) else { return nil }
      bytes += more[4..<min(usable, 4 + size - bytes.count)]
      next = more[0..<4].reduce(0) { $0 << 8 | Int($1) }
    }
    return bytes
  }
}

/// Numbers of one to nine bytes, seven bits each but the last.
enum Varint {
  static func read(_ bytes: [UInt8], _ at: inout Int) -> Int64? {
    var value: UInt64 = 0
    for step in 0..<9 {
      guard at < bytes.count else { return nil }
      let byte = bytes[at]
      at += 1
      if step == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { return Int64(bitPattern: value) }
    }
    return nil
  }
}

/// A head that names the kind of each value, then the values (https://www.sqlite.org/fileformat2.html#record_format).
enum RecordFormat {
  static func values(of bytes: [UInt8]) -> [StoredValue]? {
    var at = 0
    guard let head = Varint.read(bytes, &at), head <= bytes.count else { return nil }
    var kinds: [Int64] = []
    while at < head {
      guard let kind = Varint.read(bytes, &at) else { return nil }
      kinds.append(kind)
    }
    var place = Int(head)
    var values: [StoredValue] = []
    for kind in kinds {
      guard let value = value(kind, bytes, &place) else { return nil }
      values.append(value)
    }
    return values
  }

  private static let integerSizes: [Int64: Int] = [1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8]

  private static func value(_ kind: Int64, _ bytes: [UInt8], _ place: inout Int) -> StoredValue? {
    switch kind {
    case 0: return .null
    case 8: return .integer(0)
    case 9: return .integer(1)
    case 1...6:
      guard let taken = take(integerSizes[kind] ?? 0, bytes, &place) else { return nil }
      let start: Int64 = (taken.first ?? 0) & 0x80 == 0 ? 0 : -1
      return .integer(taken.reduce(start) { $0 << 8 | Int64($1) })
    case 7:
      guard let taken = take(8, bytes, &place) else { return nil }
      return .real(Double(bitPattern: taken.reduce(0) { $0 << 8 | UInt64($1) }))
    case 12...:
      guard let taken = take(Int((kind - 12) / 2), bytes, &place) else { return nil }
      return kind % 2 == 0 ? .blob(Array(taken)) : .text(Array(taken))
    default: return nil
    }
  }

  private static func take(_ count: Int, _ bytes: [UInt8], _ place: inout Int) -> ArraySlice<UInt8>? {
    guard count >= 0, place + count <= bytes.count else { return nil }
    defer { place += count }
    return bytes[place..<place + count]
  }
}
