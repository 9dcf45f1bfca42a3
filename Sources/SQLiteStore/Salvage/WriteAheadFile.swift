/// What a write-ahead log holds beside the database file, read by its own rules
/// (https://www.sqlite.org/fileformat2.html#walformat).
///
/// SQLite stops at the first frame whose checksum is wrong, and everything that was committed behind it is silently not
/// there. Each frame carries the running checksum, so the frames behind a broken one can still be proved.
struct WriteAheadFile {
  /// Where in the log the newest proved version of each page begins, up to the last commit.
  private(set) var places: [Int: Int] = [:]
  /// Pages of the database after the last commit; 0 where the log holds none.
  private(set) var pageCount = 0
  /// Whether commits stand behind a frame that SQLite would stop at.
  private(set) var hasHiddenCommits = false

  private static let headSize = 32
  private static let frameHeadSize = 24

  init(_ file: PageBytes, pageSize: Int) {
    guard let head = file.bytes(at: 0, count: Self.headSize) else { return }
    let isBigEndian = head[3] & 1 == 1
    let isHeadRight = head.starts(with: [0x37, 0x7f, 0x06]) && Self.number(head, 8) == UInt32(pageSize)
    var sum = (Self.number(head, 24), Self.number(head, 28))
    let isHeadProved = isHeadRight && Self.sum(head[0..<24], (0, 0), isBigEndian) == sum
    var salts = Array(head[16..<24])
    var waiting: [Int: Int] = [:]
    var isBroken = !isHeadProved
    var at = Self.headSize
    while let frame = file.bytes(at: at, count: Self.frameHeadSize + pageSize) {
      // A damaged head: the first frame says which frames belong together.
      if at == Self.headSize, !isHeadProved { salts = Array(frame[8..<16]) }
      guard Array(frame[8..<16]) == salts else { break }
      let found = (Self.number(frame, 16), Self.number(frame, 20))
      let counted = Self.sum(
        frame[Self.frameHeadSize...], Self.sum(frame[0..<8], sum, isBigEndian), isBigEndian)
      sum = found
      if counted == found {
        waiting[Int(Self.number(frame, 0))] = at + Self.frameHeadSize
        let size = Int(Self.number(frame, 4))
        if size > 0 {
          places.merge(waiting) { $1 }
          waiting = [:]
          pageCount = size
          if isBroken { hasHiddenCommits = true }
        }
      } else {
        isBroken = true
      }
      at += Self.frameHeadSize + pageSize
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The log's own running sum over words of four bytes, in pairs.
  private static func sum(
    _ bytes: ArraySlice<UInt8>, _ start: (UInt32, UInt32), _ isBigEndian: Bool
  ) -> (UInt32, UInt32) {
    var (first, second) = start
    bytes.withUnsafeBytes { words in
      for at in stride(from: 0, to: words.count - 7, by: 8) {
        let one = words.loadUnaligned(fromByteOffset: at, as: UInt32.self)
        let two = words.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
        first = first &+ (isBigEndian ? one.bigEndian : one.littleEndian) &+ second
        second = second &+ (isBigEndian ? two.bigEndian : two.littleEndian) &+ first
      }
    }
    return (first, second)
  }
}
