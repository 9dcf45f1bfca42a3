import Glibc
import Sealing
import Web

/// The web files that the product ships, read from the package folder.
package enum ShippedWeb {
  package struct Unreadable: Error {
    package let path: String
  }

  package static let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/kiosk"

  package static func palette() throws -> Palette { Palette(try bytes(of: "web/sathach.css")) }

  /// Styles, scripts and pictures; with the faces where this machine was prepared.
  package static func files() throws -> [Assets.File] {
    let types = [
      "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "woff2": "font/woff2", "woff": "font/woff",
      "png": "image/png",
    ]
    return try ["web", "fonts", "guides/pictures"].flatMap { place in
      try names(in: place).compactMap { name in
        guard let type = types[String(name.split(separator: ".").last ?? "")] else { return nil }
        return Assets.File(name: name, type: type, bytes: try bytes(of: "\(place)/\(name)"))
      }
    }
  }

  package static func guides() throws -> [Guide.Name: Guide] {
    var guides: [Guide.Name: Guide] = [:]
    for name in Guide.Name.allCases {
      guides[name] = Guide(String(decoding: try bytes(of: "guides/\(name.file)"), as: UTF8.self))
    }
    return guides
  }

  package static func assets() throws -> Assets {
    Assets(try files(), sha256: try BoxSecrets(dataKey: [UInt8](repeating: 7, count: 32)).sha256)
  }

  /// Empty where there is no such folder, as before the faces are made.
  private static func names(in place: String) -> [String] {
    guard let stream = opendir("\(folder)/\(place)") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  package static func bytes(of name: String) throws -> [UInt8] {
    guard let file = fopen("\(folder)/\(name)", "r") else { throw Unreadable(path: name) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
