import Certificates
import Glibc
import Synchronization
import Testing
import Web

@testable import sathach

@Suite("Office door")
final class OfficeDoorTests {
  private struct Silent: Responder {
    func answerNow(_ request: Request) -> Response? { Response(status: 200) }
    func answerLater(_ request: Request, answer: @escaping @Sendable (Response) -> Void) {}
  }

  /// Days since 2027-01-15, for a door to go by.
  private final class Clock: Sendable {
    let days = Mutex(0)
    var now: Int { 1_800_000_000 + days.withLock { $0 } * 86_400 }
  }

  private let clock = Clock()
  private let folder: String

  init() throws {
    var template = Array("/tmp/office-door-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let remover = popen("rm -rf '\(folder)'", "r") { pclose(remover) }
  }

  private func door(port: UInt16, folder name: String = "") -> OfficeDoor {
    var settings = OfficeDoorSettings()
    (settings.isOn, settings.port, settings.address, settings.redirectPort) = (true, port, "127.0.0.1", 0)
    settings.names = [.host("hop.local")]
    let clock = clock
    return OfficeDoor(
      settings, office: "UBND xã Tân Trào", folder: folder + name, responder: Silent(), now: { clock.now })
  }

  @Test("it opens under its first given name, and is closed for good when the box stops")
  func opens() throws {
    let door = door(port: freePort())
    #expect(door.look() && door.url == "https://hop.local:\(door.settings.port)/")
    #expect(door.certificates?.names.contains(.localhost) == true)
    door.close()
    #expect(!door.look() && door.url == nil)
  }

  @Test("a certificate that ends soon is changed while the door is open, and only then")
  func renews() throws {
    let door = door(port: freePort())
    door.look()
    let first = try #require(door.certificates)
    door.look()
    #expect(door.certificates == first)
    clock.days.withLock { $0 = 340 }
    door.look()
    let second = try #require(door.certificates)
    #expect(second.until > first.until && second.fingerprint == first.fingerprint)
    door.close()
  }

  @Test("what keeps it shut is tried again until it opens")
  func triesAgain() throws {
    let door = door(port: freePort(), folder: "/later/tls")
    #expect(door.look() && door.url == nil)
    mkdir(folder + "/later", 0o700)
    #expect(door.look() && door.url != nil)
    door.close()
  }

  /// One that was free a moment ago.
  private func freePort() -> UInt16 {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, size)
        getsockname(file, $0, &size)
      }
      return UInt16(bigEndian: $0.pointee.sin_port)
    }
  }
}
