import Glibc
import Sealing
import Slip
import Testing

@testable import sathach

@Suite("A box that lost slips goes on under another number and key")
struct NewIdentityTests {
  private let folder: FolderOfTest
  private let box: BoxFolder

  init() throws {
    folder = try FolderOfTest()
    box = BoxFolder(folder.path)
    try box.make()
  }

  private func identity() throws -> NewIdentity {
    NewIdentity(
      folder: box, former: try box.issuer(), formerKey: try box.signing(creating: true).publicKey, lastSerial: 7)
  }

  @Test("the next number, a new key, serials from where the data end, and the former key for checking")
  func taken() throws {
    let before = try box.signing(creating: true).publicKey
    let names = try identity().take()
    #expect(names.issuer.device == "2" && names.firstSerial == 8)
    #expect(try box.signing(creating: false).publicKey != before)
    #expect(try box.formerKeys().entries.map(\.publicKey) == [before])
  }

  @Test("a power cut before the number was changed: it begins anew, and the former key is written down once")
  func interrupted() throws {
    let before = try identity()
    let settings = try FileSystem.text(box.settingsFile)
    _ = try before.take()
    try FileSystem.write(settings, to: box.settingsFile, mode: 0o600)
    let names = try identity().take()
    #expect(names.issuer.device == "2")
    #expect(try box.formerKeys().entries.map(\.publicKey) == [before.formerKey])
  }

  @Test("a number that was used before is refused")
  func used() throws {
    #expect(throws: Failure.self) { try identity().take(device: 1) }
  }

  @Test("a mark that cannot be read is none")
  func damagedMark() throws {
    let mark = SerialMark(box: box)
    try mark.keep(SerialMark.Line(issuer: "02215-4", serial: 12))
    #expect(mark.read() == SerialMark.Line(issuer: "02215-4", serial: 12))
    for text in ["", "02215-4", "02215-4 x", "02215-4 -1", "02215-4 1 2"] {
      try FileSystem.write(text, to: mark.file, mode: 0o600)
      #expect(mark.read() == nil)
    }
  }

  @Test("what was seen in a transaction that came to nothing is not kept; what was committed is")
  func onlyCommitted() throws {
    let mark = SerialMark(box: box)
    let watch = SerialWatch(mark, issuer: "02215-4", last: 3)
    let queue = WorkQueue(name: "beside", most: 4)
    queue.start()
    defer { queue.stop() }
    watch.look(4)
    watch.forget()
    watch.keep(by: queue)
    try wait(for: queue)
    #expect(mark.read() == nil)
    watch.look(5)
    watch.keep(by: queue)
    try wait(for: queue)
    #expect(mark.read()?.serial == 5)
  }

  /// Until everything that was handed over before is done.
  private func wait(for queue: WorkQueue) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (out, into) = (ends[0], ends[1])
    #expect(queue.submit { close(into) })
    var byte: UInt8 = 0
    #expect(read(out, &byte, 1) == 0)
    close(out)
  }
}
