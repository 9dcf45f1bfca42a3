import Audio
import Glibc

/// Which file each line is spoken in, mapped from the disk: see ``SoundFolder``.
struct SoundIndex: ~Copyable {
  private let path: String
  private var records: UnsafeRawBufferPointer?
  private var seen: (inode: UInt64, size: Int) = (0, 0)

  static let recordSize = 16

  init(_ path: String) {
    self.path = path
  }

  deinit { unmap() }

  private func unmap() {
    if let records { munmap(UnsafeMutableRawPointer(mutating: records.baseAddress), records.count) }
  }

  /// Looks whether another file has taken its place; a new one always comes by renaming.
  private mutating func refresh() {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return }
    let found = (UInt64(facts.st_ino), Int(facts.st_size))
    guard found != seen else { return }
    seen = found
    unmap()
    records = nil
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    let size = found.1 - found.1 % Self.recordSize
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), start != MAP_FAILED else { return }
    records = UnsafeRawBufferPointer(start: start, count: size)
  }

  var count: Int {
    mutating get {
      refresh()
      return (records?.count ?? 0) / Self.recordSize
    }
  }

  mutating func sound(of line: LineKey) -> SoundID? {
    refresh()
    guard let records else { return nil }
    var (low, high) = (0, records.count / Self.recordSize)
    while low < high {
      let middle = (low + high) / 2
      let found = number(records, middle * Self.recordSize)
      if found == line.value { return SoundID(value: number(records, middle * Self.recordSize + 8)) }
      if found < line.value { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func number(_ records: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: records.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The file's content for these lines.
  static func bytes(_ sounds: [LineKey: SoundID]) -> [UInt8] {
    sounds.sorted { $0.key < $1.key }.flatMap { line, sound in
      withUnsafeBytes(of: line.value.littleEndian) { Array($0) }
        + withUnsafeBytes(of: sound.value.littleEndian) { Array($0) }
    }
  }
}
