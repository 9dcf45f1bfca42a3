import Web

/// Every setting with its meaning, its default and what may stand there: the one list behind a new box's `sathach.conf`, the
/// package's `/etc/sathach/sathach.conf` and `sathach settings`.
enum SettingsGuide {
  struct Entry {
    let key: String
    /// One line of comment each.
    let meaning: [String]
    /// What may stand there, with its unit.
    let expected: String
    /// As the file would say it; empty for nothing.
    let standard: String
  }

  struct Chapter {
    let title: String
    let entries: [Entry]
  }

  static var text: String {
    let head = """
      # Settings of this box: lines of "key = value"; a line that begins with # is comment. Restart the service after a change.

      """
    return head + chaptersText
  }

  static var chaptersText: String {
    chapters.map { "\n## \($0.title)\n" + $0.entries.map(text).joined() }.joined()
  }

  private static func text(_ entry: Entry) -> String {
    let meaning = entry.meaning.map { "# \($0)\n" }.joined()
    let standard = entry.standard.isEmpty ? "empty" : entry.standard
    let line = entry.standard.isEmpty ? "\(entry.key) =" : "\(entry.key) = \(entry.standard)"
    return "\n\(meaning)# Expected: \(entry.expected). Default: \(standard).\n\(line)\n"
  }

  static let chapters: [Chapter] = [office, kiosk, paper, door, copies]

  private static let plain = Settings()

  private static let office = Chapter(
    title: "The office",
    entries: [
      Entry(
        key: "office", meaning: ["The office as it stands on slips and notices."], expected: "1 to 120 characters",
        standard: plain.office),
      Entry(
        key: "commune",
        meaning: ["The commune's code (QĐ 19/2025/QĐ-TTg), as in 02215. 99999 is a box that was never set up."],
        expected: "five digits", standard: plain.commune),
      Entry(
        key: "device", meaning: ["Tells the boxes of one commune apart; never used twice."],
        expected: "a number from 1 to 9999", standard: "\(plain.device)"),
    ])

  private static let kiosk = Chapter(
    title: "The kiosk",
    entries: [
      Entry(
        key: "desk-at-kiosk",
        meaning: ["Desk and office pages on the kiosk's own screen too, where it is also the desk."],
        expected: "on or off", standard: word(plain.opensDeskAtKiosk)),
      Entry(
        key: "self-seating", meaning: ["Whether a test may begin without the desk; practice always may."],
        expected: "on or off", standard: word(plain.letsPeopleSeatThemselves)),
      Entry(
        key: "idle-question", meaning: ["After how long a screen that nobody touches asks whether somebody is there."],
        expected: "1 to 3600 seconds", standard: "\(plain.idle.askAfter)"),
      Entry(
        key: "idle-clear", meaning: ["How long the question waits before the screen clears for the next person."],
        expected: "1 to 3600 seconds", standard: "\(plain.idle.clearAfter)"),
      Entry(
        key: "idle-question-without-scripts",
        meaning: ["The same in a browser without scripts, which cannot tell reading from absence."],
        expected: "1 to 3600 seconds", standard: "\(plain.idle.askWithoutScripts)"),
    ])

  private static let paper = Chapter(
    title: "Paper",
    entries: [
      Entry(
        key: "printer",
        meaning: [
          "What the box itself prints slips with. none: the browser prints.",
          "escpos:/dev/usb/lp0:80mm is a receipt printer at this device file, with a roll of 80mm or 58mm.",
          "cups:QUEUE:a5 is a queue of CUPS on this machine, cups-raw:QUEUE:80mm one in front of a receipt printer.",
          "The packaged service needs printer-usb.conf or printer-cups.conf of /usr/share/doc/sathach beside its unit.",
        ], expected: PrinterSettings.expected, standard: "none")
    ])

  private static let door = Chapter(
    title: "The encrypted door for the office's network",
    entries: [
      Entry(
        key: "office-door", meaning: ["Opens it."], expected: "on or off", standard: word(plain.officeDoor.isOn)),
      Entry(
        key: "office-port", meaning: ["Its port."], expected: "a port from 1 to 65535",
        standard: "\(plain.officeDoor.port)"),
      Entry(
        key: "office-address", meaning: ["Where it listens; 0.0.0.0 for all addresses of this machine."],
        expected: "an address in figures", standard: plain.officeDoor.address),
      Entry(
        key: "office-names", meaning: ["What browsers call the box by. Empty: its host name and its addresses."],
        expected: "names and addresses, separated by commas", standard: ""),
      Entry(
        key: "office-redirect-port", meaning: ["A plain port that only leads browsers to the encrypted one."],
        expected: "a port from 1 to 65535, or 0 for none", standard: "\(plain.officeDoor.redirectPort)"),
    ])

  private static let copies = Chapter(
    title: "Backups",
    entries: [
      Entry(
        key: "backup-to",
        meaning: [
          "Where backups go, as /media/usb/sathach; the folder must be there. Empty: nowhere.",
          "`sathach recovery-key new` comes first.",
        ], expected: "a folder from the root", standard: ""),
      Entry(
        key: "backup-every", meaning: ["From one backup to the next."], expected: "1 to 720 hours",
        standard: "\(plain.backups.hours)"),
      Entry(
        key: "backup-keep-days", meaning: ["For how many days the day's newest backup stays."],
        expected: "0 to 400 backups", standard: "\(plain.backups.keep.days)"),
      Entry(
        key: "backup-keep-weeks", meaning: ["For how many weeks the week's newest backup stays."],
        expected: "0 to 400 backups", standard: "\(plain.backups.keep.weeks)"),
      Entry(
        key: "backup-keep-months", meaning: ["For how many months the month's newest backup stays."],
        expected: "0 to 400 backups", standard: "\(plain.backups.keep.months)"),
      Entry(
        key: "mirror",
        meaning: [
          "A folder on a stick that stays plugged in; every answer is written there too, encrypted. Empty: none."
        ],
        expected: "a folder from the root", standard: ""),
      Entry(
        key: "bundles-to",
        meaning: [
          "Where `sathach bundle export` and the officers' page put bundles for the province. Empty: nowhere.",
          "`sathach bundle recipient` comes first.",
        ], expected: "a folder from the root", standard: ""),
    ])

  private static func word(_ isOn: Bool) -> String { isOn ? "on" : "off" }
}
