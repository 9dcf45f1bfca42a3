import Synchronization
import Testing
import UseCases
import Web

@testable import sathach

@Suite("Cameras take turns")
struct CameraTurnsTests {
  private let turns = CameraTurns()

  private func camera(_ number: UInt8) throws -> SessionID {
    try #require(SessionID([UInt8](repeating: number, count: 16)))
  }

  @Test("one picture of a session is looked at, and the next only after its answer")
  func oneEach() throws {
    let answered = Mutex(0)
    let first = try #require(turns.turn(of: camera(1)) { _ in answered.withLock { $0 += 1 } })
    #expect(try turns.turn(of: camera(1)) { _ in } == nil)
    first(Response(status: 200))
    #expect(answered.withLock { $0 } == 1)
    #expect(try turns.turn(of: camera(1)) { _ in } != nil)
  }

  @Test("so many pictures are looked at in all, whoever sends them")
  func fewInAll() throws {
    let held = try (1...UInt8(CameraTurns.most)).map { try turns.turn(of: camera($0)) { _ in } }
    #expect(held.allSatisfy { $0 != nil })
    #expect(try turns.turn(of: camera(99)) { _ in } == nil)
    held[0]?(Response(status: 200))
    #expect(try turns.turn(of: camera(99)) { _ in } != nil)
  }

  @Test("what is no picture needs no turn")
  func others() {
    for _ in 0..<50 { #expect(turns.turn(of: nil) { _ in } != nil) }
  }
}
