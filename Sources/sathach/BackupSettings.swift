import UseCases

/// Where and how often this box is copied, as `sathach.conf` sets it. Nothing is copied until an office names a place.
struct BackupSettings: Equatable {
  /// The folder for backups, mostly on a stick; nil for none.
  var place: String?
  /// Hours from one to the next.
  var hours = 24
  var keep = KeepRule.standard
  /// The folder of the copy that follows every commit; nil for none.
  var mirror: String?
  /// The folder that bundles for the province are handed on in; nil for none.
  var bundles: String?

  static let keys = [
    "backup-to", "backup-every", "backup-keep-days", "backup-keep-weeks", "backup-keep-months", "mirror", "bundles-to",
  ]

  /// What was expected, where `value` is none for `key`.
  struct Refusal: Error {
    let expected: String
  }

  /// Takes one of ``keys``.
  mutating func set(_ key: String, to value: String) throws(Refusal) {
    switch key {
    case "backup-to": place = try Self.folder(value)
    case "mirror": mirror = try Self.folder(value)
    case "bundles-to": bundles = try Self.folder(value)
    case "backup-every": hours = try Self.number(value, 1...720, of: "hours")
    case "backup-keep-days": keep.days = try Self.number(value, 0...400, of: "backups")
    case "backup-keep-weeks": keep.weeks = try Self.number(value, 0...400, of: "backups")
    default: keep.months = try Self.number(value, 0...400, of: "backups")
    }
  }

  private static func folder(_ value: String) throws(Refusal) -> String? {
    if value.isEmpty { return nil }
    guard value.hasPrefix("/"), value.utf8.count > 1 else {
      throw Refusal(expected: "a folder from the root, as /media/usb")
    }
    return value.hasSuffix("/") ? String(value.dropLast()) : value
  }

  private static func number(_ value: String, _ range: ClosedRange<Int>, of what: String) throws(Refusal) -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw Refusal(expected: "a number of \(what) from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
