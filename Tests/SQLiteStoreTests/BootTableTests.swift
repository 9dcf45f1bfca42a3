import Testing

@testable import SQLiteStore

@Suite("Boot counter")
struct BootTableTests {
  @Test("every start counts one more, also after the file was closed")
  func counts() throws {
    let folder = try TemporaryFolder()
    #expect(try folder.writer().countBoot(at: World.morning) == 1)
    #expect(try folder.writer().countBoot(at: World.later(60)) == 2)
  }
}
