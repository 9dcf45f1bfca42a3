import HTTPServer
import Testing
import UseCases
import Web

@testable import sathach

@Suite("What pages say about the doors")
struct OpenDoorsTests {
  private struct Silent: Responder {
    func answerNow(_ request: Request) -> Response? { Response(status: 200) }
    func answerLater(_ request: Request, answer: @escaping @Sendable (Response) -> Void) {}
  }

  @Test("nothing before they are open, and nothing after the service has stopped")
  func comesAndGoes() {
    let doors = OpenDoors()
    #expect(doors.kioskURL() == nil && doors.officeDoor() == .off)
    doors.open(address: "127.0.0.1", port: 8080, office: nil)
    #expect(doors.kioskURL() == "http://127.0.0.1:8080/" && doors.officeDoor() == .off)
    doors.close()
    #expect(doors.kioskURL() == nil)
  }

  @Test(
    "the kiosk's own browser is on the same machine, wherever else the service listens",
    arguments: [
      ("0.0.0.0", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/"), ("192.0.2.7", "http://192.0.2.7:80/"),
    ])
  func kiosk(address: String, url: String) {
    let doors = OpenDoors()
    doors.open(address: address, port: 80, office: nil)
    #expect(doors.kioskURL() == url)
  }

  @Test("a door that is on but cannot open is told apart from one that is off")
  func shut() {
    var settings = OfficeDoorSettings()
    settings.isOn = true
    let door = OfficeDoor(settings, office: "UBND xã Thử", folder: "/nowhere/tls", responder: Silent())
    let doors = OpenDoors()
    doors.open(address: "127.0.0.1", port: 80, office: door)
    #expect(doors.officeDoor() == .shut)
  }
}
