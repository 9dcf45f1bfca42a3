import Assessment
import UseCases

extension Simulation.Look {
  /// What stands before the title, so that an app is known by more than its colours.
  var sign: LineIcon {
    switch self {
    case .home: Simulation.Icon.home.line
    case .messages: Simulation.Icon.message.line
    case .call: Simulation.Icon.phone.line
    case .browser: Simulation.Icon.globe.line
    case .bank: Simulation.Icon.bank.line
    case .public: Simulation.Icon.building.line
    case .citizen: Simulation.Icon.idCard.line
    case .health: Simulation.Icon.hospital.line
    case .shop: Simulation.Icon.shop.line
    case .delivery: Simulation.Icon.truck.line
    case .social: Simulation.Icon.people.line
    case .chat: LineIcon(strokes: "M4 4h11v8H9l-3 3v-3H4zM18.5 9H20v8h-2v3l-3-3h-5v-2")
    case .settings: Simulation.Icon.settings.line
    case .store: LineIcon(strokes: "M4 4h6.5v6.5H4zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5zM16.75 3.5v7M13.25 7h7")
    case .assistant: Simulation.Icon.robot.line
    case .farm: Simulation.Icon.leaf.line
    case .mail: Simulation.Icon.mail.line
    case .files: Simulation.Icon.folder.line
    case .office: Simulation.Icon.document.line
    case .camera: Simulation.Icon.camera.line
    }
  }
}

extension LineIcon {
  /// Bars, waves and a battery on a phone's status bar.
  static let signal = LineIcon(
    strokes: "M2 19v-3M7 19v-7M12 19V7M21 11a10 10 0 0 1 14 0M24.5 15a5 5 0 0 1 7 0M28 19h.01M42 8h15v10H42zM61 11.5v3",
    width: 64)
  /// Smaller, larger, close: as on any window.
  static let windowButtons = LineIcon(strokes: "M4 14h11M30 6h11v11H30zM56 6l11 11M67 6L56 17", width: 72)
  /// Two sliders: settings of a page, as far from a promise as from a warning.
  static let pageSign = LineIcon(
    strokes:
      "M3 7.5h9M18 7.5h3M12 7.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0zM3 16.5h3M12 16.5h9M6 16.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z")
}
