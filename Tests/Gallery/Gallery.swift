import Glibc
import TestSupport
import Web

/// `swift run gallery DIR`: the design system and every page in every state as files, to be looked at, photographed and
/// examined. The one page is `index.html`: what pages are made of, then all states; `pages.txt` names them for programs.
@main
struct Gallery {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("gallery: needs a folder to write into")
      exit(2)
    }
    let folder = CommandLine.arguments[1]
    let assets = try ShippedWeb.assets()
    let samples = try PageSamples.all()
    mkdir(folder, 0o755)
    mkdir(folder + "/assets", 0o755)
    for (name, file) in assets.served { try write(file.bytes, to: "\(folder)/assets/\(name)") }
    for sample in samples {
      try write(Array(linked(sample.html, assets).utf8), to: "\(folder)/\(sample.name).html")
    }
    let design = samples.first { $0.name == "design" }?.html ?? ""
    try write(Array(index(linked(design, assets), of: samples).utf8), to: folder + "/index.html")
    try write(Array(samples.map { $0.name + "\n" }.joined().utf8), to: folder + "/pages.txt")
    print("\(samples.count) pages in \(folder)")
  }

  /// Pages of the samples name plain files; these lie beside them under the names they are served by.
  private static func linked(_ html: String, _ assets: Assets) -> String {
    html.split(separator: "\"/assets/", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: "\"") else { return String(part) }
      let name = String(part[..<end])
      return "\"assets/\(assets.servedName(of: name) ?? name)" + part[end...]
    }.joined()
  }

  private static func index(_ design: String, of samples: [PageSample]) -> String {
    let links = samples.map { "<li><a href=\"\($0.name).html\">\($0.name)</a></li>" }.joined(separator: "\n")
    let list =
      "<section class=\"card\"><h2>Mọi trang, mọi trạng thái (\(samples.count))</h2><ol>\n\(links)</ol></section>\n"
    return design.split(separator: "</main>", omittingEmptySubsequences: false).joined(separator: list + "</main>")
  }

  struct Unwritable: Error {
    let path: String
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw Unwritable(path: path) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Unwritable(path: path) }
  }
}
