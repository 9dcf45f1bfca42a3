import ArgumentParser
import Backups
import QRSymbols
import Sealing
import UseCases

struct RecoveryKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery-key", abstract: "The office's key that opens backups and mirrors.",
    subcommands: [RecoveryKeyNew.self, RecoveryKeyShow.self])
}

/// Makes the key and shows it this once.
struct RecoveryKeyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make the recovery key and print it once, for the office's safe.",
    discussion: """
      The box keeps only the public half. Whoever loses the printed key can restore nothing: print it twice.
      Backups made before stay with the key they were made for.
      """)

  @OptionGroup var options: BoxOptions

  @Flag(help: "Make another one although there is one already; the service must be restarted then.")
  var replace = false

  @Flag(help: "Draw the key as a QR code too.")
  var qr = false

  func run() throws {
    let box = options.box
    guard replace || !FileSystem.exists(box.recoveryKeyFile) else {
      throw Failure.refused("sathach: there is a recovery key already; --replace makes another one for later backups")
    }
    let key = RecoveryKey.new()
    let office = try OfficeKey(key)
    try Command.reading {
      try box.make()
      try FileSystem.write(office.publicKey.hex + "\n", to: box.recoveryKeyFile, mode: 0o600)
    }
    Terminal.say(RecoverySheet(key: key.text, fingerprint: Fingerprint.text(of: office.publicKey)).text)
    if qr { Terminal.say(SymbolDrawingText.blocks(try QRPainter().symbol(forText: key.text))) }
  }
}

/// Which key backups are sealed to.
struct RecoveryKeyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the fingerprint of the key that backups are made for.")

  @OptionGroup var options: BoxOptions

  func run() throws {
    guard let key = try Command.reading({ try options.box.recoveryKey() }) else {
      throw Failure.refused("sathach: no recovery key yet; `sathach recovery-key new` makes one")
    }
    Terminal.say("fingerprint \(Fingerprint.text(of: key))")
  }
}

/// What is printed for the safe: Vietnamese, for whoever opens the envelope in years.
struct RecoverySheet {
  let key: String
  let fingerprint: String

  var text: String {
    let groups = key.split(separator: "-")
    let lines = [groups.prefix(4), groups.dropFirst(4)].map { $0.joined(separator: "   ") }
    return """
      KHÓA KHÔI PHỤC của hộp Sát Hạch Số – chỉ hiện một lần này

          \(lines[0])
          \(lines[1])

      Dấu nhận biết (không bí mật): \(fingerprint)

      - Ghi hoặc in ra giấy hai bản, cho vào phong bì dán kín, một bản cất vào két của cơ quan, một bản ở nơi khác.
      - Không chụp ảnh, không gửi qua mạng, không cất cùng chỗ với bản sao lưu.
      - Ai có khóa này và một bản sao lưu thì đọc được mọi tên và số. Mất khóa này thì bản sao lưu không mở được nữa.
      - Khi khôi phục: sathach restore --from TỆP --to THƯ-MỤC, rồi gõ khóa; chữ O là số 0, chữ I và L là số 1.
      """
  }
}
