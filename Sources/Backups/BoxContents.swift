import Assessment
import SQLiteStore

/// What a box is made of, as far as it must survive the box.
package struct BoxContents: Sendable {
  package struct File: Sendable {
    /// Relative to the data folder, and so in the archive.
    package let name: String
    package let path: String

    package init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// The data folder, where copies are made on the way.
  package let folder: String
  package let database: String
  /// Settings, keys, certificates, recordings; not the key that signs slips, which a restored box never has.
  package let files: @Sendable () -> [File]
  package let office: String
  package let issuer: String
  package let slipKey: [UInt8]

  package init(
    folder: String, database: String, files: @escaping @Sendable () -> [File], office: String, issuer: String,
    slipKey: [UInt8]
  ) {
    self.folder = folder
    self.database = database
    self.files = files
    self.office = office
    self.issuer = issuer
    self.slipKey = slipKey
  }

  /// Whether a file of this name, relative to the data folder, can be kept: plain names, at most two folders deep.
  package static func takes(_ name: String) -> Bool { ArchiveReader.isFit(name) }
}

/// The first file of every archive: what is in it, in numbers that tell nobody's name.
package struct Manifest: Equatable, Sendable {
  static let name = "manifest.json"
  static let format = 1

  package let madeAt: Moment
  package let office: String
  package let issuer: String
  /// Public half of the key that signed this box's slips.
  package let slipKey: [UInt8]
  package let census: BoxCensus
  /// Of a mirror: joins a snapshot and its changes. Empty for a backup.
  let series: [UInt8]
}

extension Manifest {
  var json: JSON {
    JSON.object([
      "format": JSON(Self.format), "madeAt": JSON(Int(madeAt.milliseconds)), "office": JSON(office),
      "issuer": JSON(issuer), "slipKey": JSON(slipKey.hex), "schema": JSON(census.schema),
      "people": JSON(census.people), "attempts": JSON(census.attempts), "slips": JSON(census.slips),
      "lastSerial": JSON(census.lastSerial), "events": JSON(census.events),
      "lastEventAt": JSON(Int(census.lastEventAt.milliseconds)), "head": JSON(census.head),
      "series": JSON(series.hex),
    ])
  }

  init(_ bytes: [UInt8], path: String) throws {
    let unfit = BackupFault.unfit(path: path, expected: "a manifest of format \(Self.format)")
    // Whatever is wrong with it, it is no manifest.
    guard let json = try? JSONReader.read(bytes) else { throw unfit }
    func number(_ name: String) throws -> Int {
      guard case .integer(let number)? = json[name]?.value else { throw unfit }
      return number
    }
    func text(_ name: String) throws -> String {
      guard case .text(let text)? = json[name]?.value else { throw unfit }
      return text
    }
    let format = try number("format")
    guard format <= Self.format else { throw BackupFault.newerFormat(path: path, found: format) }
    madeAt = Moment(milliseconds: Int64(try number("madeAt")))
    office = try text("office")
    issuer = try text("issuer")
    guard let key = Hex.bytes(try text("slipKey")), let series = Hex.bytes(try text("series")) else { throw unfit }
    (slipKey, self.series) = (key, series)
    census = BoxCensus(
      schema: try number("schema"), people: try number("people"), attempts: try number("attempts"),
      slips: try number("slips"), lastSerial: try number("lastSerial"), events: try number("events"),
      lastEventAt: Moment(milliseconds: Int64(try number("lastEventAt"))), head: try text("head"))
  }
}

/// Hexadecimal digits, small.
enum Hex {
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
      return nil
    }
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }
}

extension [UInt8] {
  var hex: String {
    let digits = Array<UInt8>("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
