import Assessment
import TestSupport
import Testing
import UseCases

/// Everything that changes what an attempt counts for, in any order; after each step the kept counts must be those of a
/// recount.
@Suite("Kept counts")
struct ReportCellTests {
  @Test("after every step of any sequence they are those of a recount", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func followEverything(seed: UInt64) throws {
    var world = try CountedWorld(seed: seed)
    var told: [String] = []
    for _ in 0..<30 {
      told.append(try world.step())
      let kept = try KeptCounts(world.box)
      try world.box.store.atomically { try world.box.store.recountAll() }
      let again = try KeptCounts(world.box)
      try #require(kept == again, "\(told)")
    }
    #expect(world.done.count > 5 && told.contains { $0.hasPrefix("merge ") || $0.hasPrefix("void ") })
  }

  @Test("scoring answers anew moves the counts with it")
  func rescoring() throws {
    let box = try TestBox()
    let id = try box.finished(right: 2, session: box.session(1))
    let item = try #require(try box.store.row(at: FormPlace(.scored, 4), of: id)).item
    let files = SampleBank.files().map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed = text.split(separator: "\"key\": [\"a\"]").joined(separator: "\"key\": [\"b\"], \"version\": 2")
      return ItemBank.File(path: file.path, bytes: Array(changed.utf8))
    }
    _ = try box.store.adopt(ItemBank.read(files), at: box.clock.now())
    _ = try box.kiosk.rescore(item, reason: "Đáp án cũ sai.", isDryRun: false)
    let kept = try KeptCounts(box)
    #expect(kept.groups.values.contains { $0.values.contains { $0.passed == 1 } })
    try box.store.atomically { try box.store.recountAll() }
    let again = try KeptCounts(box)
    #expect(again == kept)
  }
}
