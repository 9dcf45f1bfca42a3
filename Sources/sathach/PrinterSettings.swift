import Printing
import UseCases

/// What the box itself prints with, as `sathach.conf` sets it: by default nothing, and the browsers print.
enum PrinterSettings: Equatable {
  case none
  /// A receipt printer behind a device file.
  case receipt(path: String, size: PaperSize)
  /// A queue of CUPS on this machine; raw ones take what a receipt printer takes.
  case spooled(queue: String, size: PaperSize, isRaw: Bool)

  static let expected =
    "none, escpos:/dev/usb/lp0:80mm, cups:QUEUE:a5 or cups-raw:QUEUE:80mm, with 58mm, 80mm or, for cups, a5"

  /// Nil for what is none of these.
  init?(_ value: String) {
    if value == "none" {
      self = .none
      return
    }
    let parts = value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let size = PaperSize(rawValue: parts[2]) else { return nil }
    switch parts[0] {
    case "escpos" where size != .a5 && Self.isDevice(parts[1]): self = .receipt(path: parts[1], size: size)
    case "cups" where Self.isQueue(parts[1]): self = .spooled(queue: parts[1], size: size, isRaw: false)
    case "cups-raw" where size != .a5 && Self.isQueue(parts[1]):
      self = .spooled(queue: parts[1], size: size, isRaw: true)
    default: return nil
    }
  }

  /// Nil where the browsers print.
  var device: (any SheetDevice)? {
    switch self {
    case .none: nil
    case .receipt(let path, let size): ReceiptPrinter(path: path, size: size)
    case .spooled(let queue, let size, let isRaw): SpooledPrinter(queue: queue, size: size, isRaw: isRaw)
    }
  }

  private static func isDevice(_ path: String) -> Bool {
    path.hasPrefix("/dev/") && !path.split(separator: "/").contains("..")
  }

  /// Nothing that `lp` could take for an option.
  private static func isQueue(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("-")
      && name.utf8.allSatisfy { byte in
        let letter = Unicode.Scalar(byte)
        return ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) || ("0"..."9").contains(letter)
          || byte == 0x2D || byte == 0x5F
      }
  }
}
