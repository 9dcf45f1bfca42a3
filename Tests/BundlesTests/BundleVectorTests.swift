import Bundles
import Glibc
import Sealing
import Slip
import Testing

@testable import BundleFiles

/// The bundle in `Vectors` was written once; it must be read for ever. `RECORD_VECTORS=1` writes another one.
@Suite("Vectors of bundles")
struct BundleVectorTests {
  private static let folder = String(#filePath.dropLast("BundleVectorTests.swift".count)) + "Vectors"

  @Test("the bundle of the vectors says what it said when it was made")
  func bundle() throws {
    let world = try BundleWorld()
    defer { world.remove() }
    let path = Self.folder + "/02215-1-000001.shb"
    if getenv("RECORD_VECTORS") != nil {
      let made = try world.bundle(world.records)
      try FileOutput(path).write(try world.bytes(made))
    }
    let read = try world.read(path)
    let expected = try world.records(read.key)
    #expect(read.records.dropFirst() == expected.dropFirst())
    guard case .person(let person) = read.records[0] else { return #expect(Bool(false)) }
    #expect(try BundledParticulars.opened(person, read.key.opening) == BundleWorld.lan)
    #expect(try BundleFileReader(path).head.firstEvent == 1)
  }
}
