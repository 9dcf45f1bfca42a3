import Testing

@testable import Web

@Suite("Routes")
struct RouteTests {
  @Test("every address reads back as the route that printed it", arguments: Route.samples)
  func roundTrips(route: Route) {
    #expect(Route(path: route.path) == route)
  }

  @Test(
    "what no route prints is no address",
    arguments: [
      "", "attempts", "/attempts/", "//", "/attempts/0", "/attempts/-1", "/attempts/07", "/attempts/7/", "/attempts/x",
      "/attempts/99999999999999999999", "/attempts/7/items/0", "/attempts/7/items/01", "/attempts/7/items/1000",
      "/attempts/7/pages/1", "/attempts/7/items/1/feedback/", "/audiences/", "/audiences/Người", "/audiences/a/b",
      "/audiences/..", "/audiences/.", "/audiences/a..b", "/audiences/a.", "/audiences/../notice",
      "/health/", "/Health", "/..", "/assets/../x", "/assets/.\u{1}\u{0}x", "/assets/a b", "/assets/.x",
    ])
  func refusesOthers(path: String) {
    #expect(Route(path: path) == nil)
  }

  @Test("every route declares at least one method, and who may ask")
  func declares() {
    for route in Route.samples {
      #expect(!route.methods.isEmpty)
      if case .staff(let roles) = route.access { #expect(!roles.isEmpty) }
    }
  }

  @Test("colleagues' pages are shut at the kiosk's door unless the office opens them there", arguments: Route.samples)
  func doors(route: Route) {
    if case .office(.setup) = route {
      #expect(!DoorRules(opensDeskAtKiosk: true).serves(route, at: .office))
      #expect(DoorRules(opensSetup: true).serves(route, at: .kiosk))
      return
    }
    #expect(DoorRules().serves(route, at: .office))
    #expect(DoorRules().serves(route, at: .kiosk) == (!route.isColleagues || route == .staff(.leave)))
    #expect(DoorRules(opensDeskAtKiosk: true).serves(route, at: .kiosk))
  }

  @Test("on the office's network whatever belongs to a candidate needs an enrolled device", arguments: Route.samples)
  func devices(route: Route) {
    if route.access == .candidate { #expect(route.needsDevice) }
    if route.access.isStaff { #expect(!route.needsDevice) }
  }
}
