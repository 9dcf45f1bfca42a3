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
      "/health/", "/Health", "/..", "/assets/../x",
    ])
  func refusesOthers(path: String) {
    #expect(Route(path: path) == nil)
  }

  @Test("every route declares at least one method, and a role")
  func declares() {
    for route in Route.samples {
      #expect(!route.methods.isEmpty)
      #expect(Route.Role.allCases.contains(route.role))
    }
  }

  @Test("the office's network reaches the check of slips, and nothing of candidates", arguments: Route.samples)
  func doors(route: Route) {
    #expect(route.doors.contains(.kiosk))
    if route.role == .candidate { #expect(!route.doors.contains(.office)) }
    #expect(Route.check.doors.contains(.office))
  }
}
