import ArgumentParser
import Web

/// Every address with its methods and who may ask for it.
struct Routes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List every address the server answers.")

  func run() throws {
    for route in Route.samples {
      let methods = route.methods.map(\.rawValue).joined(separator: ",")
      Terminal.say("\(methods)\t\(route.path)\t\(route.access.name)")
    }
  }
}
