import Web

/// What an office sets: `sathach.conf` in the data folder, commented `key = value` lines.
struct Settings: Equatable {
  /// As it stands on slips and notices.
  var office = "UBND xã, phường (chưa khai báo)"
  /// The five digits of the commune; 99999 belongs to nobody and marks a box that was never set up.
  var commune = "99999"
  /// Tells the boxes of one commune apart, 1 to 9999.
  var device = 1
  var officeDoor = OfficeDoorSettings()
  /// Desk and office pages on the kiosk's own door too, for a box whose only screen is also the desk.
  var opensDeskAtKiosk = false
  var backups = BackupSettings()
  /// Whether a test may begin at a kiosk without the desk; practice always may.
  var letsPeopleSeatThemselves = true
  /// What the box itself prints with.
  var printer = PrinterSettings.none
  /// When a screen that nobody touches asks, and when it clears.
  var idle = IdleRule()

  struct Fault: Error, Equatable, CustomStringConvertible {
    let line: Int
    let text: String

    var description: String { "sathach.conf:\(line): \(text)" }
  }

  static let keys =
    ["office", "commune", "device", "desk-at-kiosk", "self-seating", "printer"]
    + ["idle-question", "idle-clear", "idle-question-without-scripts"] + OfficeDoorSettings.keys + BackupSettings.keys

  init() {}

  /// Reads the lines; everything after `#` at the start of a line is comment.
  init(_ text: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        Substring($0).trimmed
      }
      guard parts.count == 2 else { throw Fault(line: index + 1, text: "expected \"key = value\"") }
      try set(parts[0], to: parts[1], line: index + 1)
    }
  }

  private mutating func set(_ key: String, to value: String, line: Int) throws {
    switch key {
    case "office":
      guard (1...120).contains(value.count) else {
        throw Fault(line: line, text: "\"office\" has \(value.count) characters; expected 1 to 120")
      }
      office = value
    case "commune":
      guard value.utf8.count == 5, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), value != "00000" else {
        throw Fault(line: line, text: "\"commune\" is \"\(value)\"; expected five digits, as in 02215")
      }
      commune = value
    case "device":
      guard let number = Int(value), (1...9999).contains(number) else {
        throw Fault(line: line, text: "\"device\" is \"\(value)\"; expected a number from 1 to 9999")
      }
      device = number
    case "desk-at-kiosk":
      guard ["on", "off"].contains(value) else {
        throw Fault(line: line, text: "\"desk-at-kiosk\" is \"\(value)\"; expected on or off")
      }
      opensDeskAtKiosk = value == "on"
    case "self-seating":
      guard ["on", "off"].contains(value) else {
        throw Fault(line: line, text: "\"self-seating\" is \"\(value)\"; expected on or off")
      }
      letsPeopleSeatThemselves = value == "on"
    case "printer":
      guard let setting = PrinterSettings(value) else {
        throw Fault(line: line, text: "\"printer\" is \"\(value)\"; expected \(PrinterSettings.expected)")
      }
      printer = setting
    case "idle-question", "idle-clear", "idle-question-without-scripts":
      try setIdle(key, to: value, line: line)
    case _ where OfficeDoorSettings.keys.contains(key):
      do throws(OfficeDoorSettings.Refusal) {
        try officeDoor.set(key, to: value)
      } catch {
        throw Fault(line: line, text: "\"\(key)\" is \"\(value)\"; expected \(error.expected)")
      }
    case _ where BackupSettings.keys.contains(key):
      do throws(BackupSettings.Refusal) {
        try backups.set(key, to: value)
      } catch {
        throw Fault(line: line, text: "\"\(key)\" is \"\(value)\"; expected \(error.expected)")
      }
    default:
      throw Fault(line: line, text: "\"\(key)\" is no setting; known are \(Self.keys.joined(separator: ", "))")
    }
  }

  private mutating func setIdle(_ key: String, to value: String, line: Int) throws {
    guard let seconds = Int(value), (1...3_600).contains(seconds) else {
      throw Fault(line: line, text: "\"\(key)\" is \"\(value)\"; expected 1 to 3600 seconds")
    }
    switch key {
    case "idle-question": idle.askAfter = seconds
    case "idle-clear": idle.clearAfter = seconds
    default: idle.askWithoutScripts = seconds
    }
  }
}

extension StringProtocol {
  var trimmed: String {
    let front = drop { $0.isWhitespace }
    guard let end = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...end])
  }
}
