import Glibc

/// Takes damaged things out of the way without changing them: `DATA/damaged/20261130-081502/…`.
struct SetAside {
  let box: BoxFolder
  private let name: String

  init(box: BoxFolder) {
    self.box = box
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    let day = "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))"
    name = "\(day)-\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))"
  }

  /// As people are told it.
  var folderName: String { "damaged/\(name)" }
  var folder: String { "\(box.path)/\(folderName)" }

  func take(_ file: String) throws {
    guard FileSystem.exists(file) else { return }
    try FileSystem.makeFolder("\(box.path)/damaged", mode: 0o700)
    try FileSystem.makeFolder(folder, mode: 0o700)
    let name = file.split(separator: "/").last.map(String.init) ?? "file"
    var target = "\(folder)/\(name)"
    var number = 1
    while FileSystem.exists(target) {
      number += 1
      target = "\(folder)/\(name).\(number)"
    }
    guard rename(file, target) == 0 else { throw FileFault(path: file, action: "set aside", code: errno) }
    Log.write(.notice, "set aside \(file) as \(target)")
  }
}
