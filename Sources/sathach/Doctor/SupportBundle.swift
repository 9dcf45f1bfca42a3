import Assessment
import Glibc
import Interchange
import UseCases

/// What somebody far away needs to see of a box, as a zip file, and nothing about people: no database, no keys, no comments that
/// somebody wrote into the settings; logs hold no names by rule, and lines of it that have long numbers are left out.
struct SupportBundle {
  let box: BoxFolder
  let findings: [ExaminedFinding]

  var bytes: [UInt8] {
    var zip = ZipWriter()
    for (name, text) in texts { zip.add(name, Array(text.utf8)) }
    return zip.archive
  }

  private var texts: [(name: String, text: String)] {
    [
      ("doctor-vi.txt", ExaminationText(findings: findings, language: .vi).lines.joined(separator: "\n") + "\n"),
      ("doctor-en.txt", ExaminationText(findings: findings, language: .en).lines.joined(separator: "\n") + "\n"),
      ("machine.txt", machine), ("settings.txt", settings), ("files.txt", files), ("log.txt", log),
    ]
  }

  private var machine: String {
    var name = utsname()
    uname(&name)
    let release = withUnsafeBytes(of: &name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let machine = withUnsafeBytes(of: &name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let system = (try? FileSystem.text("/etc/os-release"))?.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME") }
    let now = ISO.text(SystemClock().now())
    return "program \(Release.day.iso)\nkernel \(release) \(machine)\n\(system ?? "")\nat \(now)\n"
  }

  /// Known keys and their values only, without comments.
  private var settings: String {
    guard let text = try? FileSystem.text(box.settingsFile) else { return "not readable\n" }
    let known = SettingsText(text)
    return Settings.keys.compactMap { key in known.value(of: key).map { "\(key) = \($0)\n" } }.joined()
  }

  private var files: String {
    ["", "/keys", "/tls"].flatMap { folder in
      ((try? FileSystem.names(in: box.path + folder)) ?? []).map { name in
        var facts = stat()
        guard lstat("\(box.path)\(folder)/\(name)", &facts) == 0 else { return "? \(folder)/\(name)\n" }
        let when = ISO.text(Moment(milliseconds: Int64(facts.st_mtim.tv_sec) * 1_000))
        return "\(String(facts.st_mode, radix: 8)) \(facts.st_uid) \(facts.st_size) \(when) \(folder)/\(name)\n"
      }
    }.joined()
  }

  private var log: String {
    guard
      let run = try? ToolRun(
        ["journalctl", "-u", "sathach", "-n", "1000", "--no-pager", "-o", "short-iso"], atMost: 20)
    else { return "no journal on this machine\n" }
    return run.output.split(separator: "\n").filter(Self.isImpersonal).map { $0 + "\n" }.joined()
  }

  /// Nine digits or more in a row might be somebody's number.
  static func isImpersonal(_ line: Substring) -> Bool {
    var digits = 0
    for byte in line.utf8 {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if digits >= 9 { return false }
    }
    return true
  }
}
