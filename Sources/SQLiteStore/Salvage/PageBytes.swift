import Glibc

/// A file read at any place, never written and never locked: what is looked at here may be damaged.
final class PageBytes {
  private let file: Int32
  let size: Int

  /// Nil where there is no plain file that can be read.
  init?(_ path: String) {
    file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    size = Int(facts.st_size)
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Nil where so many bytes are not there, or do not come off the disk.
  func bytes(at place: Int, count: Int) -> [UInt8]? {
    guard place >= 0, place + count <= size else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, off_t(place)) }
    return got == count ? bytes : nil
  }
}

/// A database as its pages lie on the disk, with or without the log beside it.
struct DatabaseImage {
  /// Every database of this product has pages of this size, so a damaged head need not be believed.
  static let pageSize = 4096

  private let file: PageBytes?
  private let log: (file: PageBytes, content: WriteAheadFile)?
  let pageCount: Int

  init(path: String, withLog: Bool) {
    file = PageBytes(path)
    log =
      withLog
      ? PageBytes(path + "-wal").map { ($0, WriteAheadFile($0, pageSize: Self.pageSize)) } : nil
    let own = (file?.size ?? 0) / Self.pageSize
    pageCount = max(own, log?.content.pageCount ?? 0)
  }

  var hasHiddenCommits: Bool { log?.content.hasHiddenCommits ?? false }
  var hasLog: Bool { !(log?.content.places.isEmpty ?? true) }

  /// Pages count from 1.
  func page(_ number: Int) -> [UInt8]? {
    if let log, let place = log.content.places[number] {
      return log.file.bytes(at: place, count: Self.pageSize)
    }
    return file?.bytes(at: (number - 1) * Self.pageSize, count: Self.pageSize)
  }
}
