import Glibc

/// Pages of program code that only the start needed.
enum StartPages {
  /// Takes the code of the program and its libraries out of the process's memory; what is used again comes back from the
  /// system's cache, sixteen pages at a touch. Opening and checking touch most of the program once, a page for a resident a
  /// third of it.
  ///
  /// Only what is mapped as code from a file: anything else may hold what no file would give back.
  static func giveBack() {
    guard let maps = try? FileSystem.text("/proc/self/maps") else { return }
    for line in maps.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 6, words[1] == "r-xp", words[5].hasPrefix("/") else { continue }
      let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard ends.count == 2, ends[0] < ends[1] else { continue }
      // Refused where the system keeps no such pages: then nothing is lost but the saving.
      _ = madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
    }
  }
}
