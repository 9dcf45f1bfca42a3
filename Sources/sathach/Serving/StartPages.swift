import CMalloc
import Glibc

/// Memory that only the start needed.
enum StartPages {
  /// Takes the code and constants of the program and its libraries out of the process's memory; what is used again comes back
  /// from the system's cache, sixteen pages at a touch. Opening and checking touch most of the program once, a page for a
  /// resident a third of it. What was freed goes back as well: an allocator keeps it for threads that never ask again.
  static func giveBack() {
    malloc_trim(0)
    guard let maps = try? FileSystem.text("/proc/self/smaps") else { return }
    var mapping: Range<UInt>?
    for line in maps.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      if let found = clean(words) {
        mapping = found
      } else if words.count > 5 {
        mapping = nil
      } else if let range = mapping, words.first == "Anonymous:", words.dropFirst().first == "0" {
        // Refused where the system keeps no such pages: then nothing is lost but the saving.
        _ = madvise(UnsafeMutableRawPointer(bitPattern: range.lowerBound), range.count, MADV_DONTNEED)
      }
    }
  }

  /// Where a mapping lies that is never written to and comes from a file. Where any of its pages is anonymous, as relocated ones
  /// are, no file would give it back.
  private static func clean(_ words: [Substring]) -> Range<UInt>? {
    guard words.count == 6, ["r-xp", "r--p"].contains(words[1]), words[5].hasPrefix("/") else { return nil }
    let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }
}
