import Assessment

/// The bank around the file that is damaged.
enum SeedBank {
  static let framework = file("framework.json")
  static let items = file("items/mau.json")
  static let blueprint = file("blueprints/nguoi-dan.json")
  static let readFramework = ItemBank.framework(from: framework)

  private static func file(_ path: String) -> [UInt8] {
    SampleBank.files(tested: 3).first { $0.path == path }?.bytes ?? []
  }
}
