import Assessment
import Bundles
import Interchange
import Slip
import UseCases

@testable import ForeignReader
@testable import HTTPServer
@testable import Web

/// Every reader of bytes from outside by its name, as `Tests/fuzz` lists them.
let readers: [String: @Sendable ([UInt8]) -> Void] = [
  "form": form, "multipart": multipart, "target": target, "camera-frame": cameraFrame, "card": card,
  "slip-text": slipText, "cose": cose, "spoken-code": spokenCode, "key-list": keyList, "json": json,
  "bank-items": bankItems,
  "bank-framework": bankFramework, "bank-blueprint": bankBlueprint, "table": table, "roster": roster, "gift": items,
  "moodle": items, "qti": items, "package": items, "item-table": items, "reader-line": readerLine, "answers": answers,
  "bundle-head": bundleHead, "bundle-body": bundleBody, "signed-answers": signedAnswers,
]

// MARK: Requests

@Sendable private func form(_ bytes: [UInt8]) {
  guard let fields = try? FormFields(encoded: bytes) else { return }
  hold(fields.kept.count <= FormFields.mostFields, "more fields than there may be")
  _ = try? AnsweredPage(fields)
}

@Sendable private func multipart(_ bytes: [UInt8]) {
  guard let fields = try? MultipartForm.fields(in: bytes, boundary: "x") else { return }
  hold(fields.uploads.count <= MultipartForm.mostFiles, "more files than there may be")
  hold(fields.uploads.allSatisfy { !$0.fileName.contains("/") }, "a file's name with a folder")
}

@Sendable private func target(_ bytes: [UInt8]) {
  let isRefused = bytes.withUnsafeBytes { RequestTarget.refusal(of: $0) != nil }
  let path = String(decoding: bytes, as: UTF8.self)
  guard let route = Route(path: path) else { return }
  hold(route.path == path, "an address that is printed otherwise")
  hold(!isRefused, "an address that is refused")
  hold(!route.methods.isEmpty, "an address without a method")
}

@Sendable private func cameraFrame(_ bytes: [UInt8]) {
  guard let frame = try? CameraFrame(bytes) else { return }
  hold(frame.frame.values.count == frame.frame.width * frame.frame.height, "a picture of another size")
}

// MARK: Cards and slips

@Sendable private func card(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = try? CitizenCard.read(text)
  if let reading = try? CitizenCard.readTolerantly(text) { _ = try? reading.candidate() }
  _ = CitizenCard.number(in: text)
  _ = PersonName.tidy(text)
}

@Sendable private func slipText(_ bytes: [UInt8]) {
  guard let decoded = try? SlipText.decode(String(decoding: bytes, as: UTF8.self)) else { return }
  hold((try? SlipText.decode(SlipText.encode(decoded))) == decoded, "a text that is not read back")
  cose(decoded)
}

@Sendable private func cose(_ bytes: [UInt8]) {
  if let value = try? CBOR(decoding: bytes, atMost: 1 << 16) {
    hold(value.encoded == bytes, "CBOR in another form than ours")
  }
  guard let slip = try? SlipBytes(decoding: bytes) else { return }
  hold(slip.bytes == bytes, "a slip in another form than ours")
  guard let claims = try? Claims(decoding: slip.message.payload) else { return }
  hold(claims.payload == slip.message.payload, "claims in another form than ours")
}

@Sendable private func spokenCode(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = try? SpokenCode.states(typing: text)
  _ = SpokenCode.isLikely(text)
  if let code = try? SpokenCode(text) { hold((try? SpokenCode(code.text)) == code, "a code that is not read back") }
}

/// Every signature is taken for right, so that what is behind it is read too.
@Sendable private func keyList(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let hash: Hash = { bytes in Array(bytes.prefix(32)) + [UInt8](repeating: 7, count: max(0, 32 - bytes.count)) }
  guard let anchor = try? Anchor(publicKey: [UInt8](repeating: 1, count: 32), sha256: hash) else { return }
  _ = try? KeyListFile.open(text, anchor: anchor, held: nil, check: { _, _, _ in true }, sha256: hash)
  _ = try? KeyList(decoding: bytes, sha256: hash)
}

// MARK: Bundles

@Sendable private func bundleHead(_ bytes: [UInt8]) {
  guard let length = try? BundleEnvelope.headLength(prefix: bytes) else { return }
  hold(length <= BundleLimits.head, "a head that is longer than may be")
  guard let envelope = try? BundleEnvelope(message: Array(bytes.dropFirst(BundleEnvelope.prefixLength).prefix(length)))
  else { return }
  hold((try? BundleHead(decoding: envelope.head.payload)) == envelope.head, "a head that is not read back")
}

/// The unpacked body, handed over in two pieces; its head promises whatever may be.
@Sendable private func bundleBody(_ bytes: [UInt8]) {
  guard let issuer = try? Issuer("02215-1") else { return }
  let hash = [UInt8](repeating: 0, count: 32)
  var stream = RecordStream(
    BundleHead(
      issuer: issuer, number: 1, previous: [], firstEvent: 1, lastEvent: 1, eventHash: hash, madeAt: 0,
      isClockTrusted: true, recipient: [], sealedKey: [], recordCount: BundleLimits.records,
      unpackedLength: BundleLimits.unpacked, packedLength: 0, digest: hash))
  for piece in [bytes.prefix(bytes.count / 3), bytes.dropFirst(bytes.count / 3)] {
    try? stream.take(Array(piece)) { record, bytes in
      hold(record.encoded == bytes, "a record with two encodings")
    }
  }
}

@Sendable private func signedAnswers(_ bytes: [UInt8]) {
  let hash: Hash = { bytes in Array(bytes.prefix(32)) + [UInt8](repeating: 7, count: max(0, 32 - bytes.count)) }
  _ = try? BoxAnswers(decoding: bytes)
  _ = try? BoxRequest.open(String(decoding: bytes, as: UTF8.self), keys: [], check: { _, _, _ in true })
  guard let anchor = try? Anchor(publicKey: [UInt8](repeating: 1, count: 32), sha256: hash),
    let issuer = try? Issuer("02215-1")
  else { return }
  _ = try? BoxAnswers.open(bytes, anchor: anchor, issuer: issuer, check: { _, _, _ in true })
}

// MARK: Banks

@Sendable private func json(_ bytes: [UInt8]) {
  guard let value = try? JSONReader.read(bytes) else { return }
  let canonical = value.canonicalBytes
  hold((try? JSONReader.read(canonical).canonicalBytes) == canonical, "JSON that is not read back")
}

@Sendable private func bankItems(_ bytes: [UInt8]) { bank(SeedBank.framework, bytes, SeedBank.blueprint) }
@Sendable private func bankFramework(_ bytes: [UInt8]) { bank(bytes, SeedBank.items, SeedBank.blueprint) }
@Sendable private func bankBlueprint(_ bytes: [UInt8]) { bank(SeedBank.framework, SeedBank.items, bytes) }

private func bank(_ framework: [UInt8], _ items: [UInt8], _ blueprint: [UInt8]) {
  let files = [
    ItemBank.File(path: "blueprints/a.json", bytes: blueprint), ItemBank.File(path: "framework.json", bytes: framework),
    ItemBank.File(path: "items/a.json", bytes: items),
  ]
  guard let bank = try? ItemBank.read(files) else { return }
  for entry in bank.entries {
    hold(ItemBank.item(from: entry.content, framework: bank.framework) != nil, "an item that is not read back")
  }
}

// MARK: Files from outside

@Sendable private func table(_ bytes: [UInt8]) { read(bytes, for: .table) }

@Sendable private func items(_ bytes: [UInt8]) { read(bytes, for: .items) }

@Sendable private func roster(_ bytes: [UInt8]) {
  let rows = read(bytes, for: .table).compactMap { line -> SheetRow? in
    if case .row(let row) = line { SheetRow(line: row.line, cells: row.cells) } else { nil }
  }
  _ = Roster.lines(in: rows)
}

@discardableResult
private func read(_ bytes: [UInt8], for purpose: Purpose) -> [ReaderLine] {
  var lines: [ReaderLine] = []
  do {
    _ = try bytes.withUnsafeBytes { try FileReading { lines.append($0) }.read($0, for: purpose) }
  } catch let finding as Finding {
    lines.append(.finding(finding))
  } catch {
    fatalError("another error than a finding: \(error)")
  }
  for line in lines {
    let said = try? JSONReader.read(line.json.canonicalBytes)
    hold(said.flatMap { ReaderLine($0) } == line, "a line that is not read back: \(line)")
    if case .finding(let finding) = line {
      hold(!FindingSentence.text(finding).isEmpty, "a finding without a sentence")
    }
    if case .item(let item) = line { review(item) }
  }
  return lines
}

/// As the dry run does it.
private func review(_ item: ForeignItem) {
  guard let framework = SeedBank.readFramework else { return }
  var review = ImportReview(framework: framework, editor: nil, defaults: ImportDefaults(), fileName: "f")
  guard let reviewed = try? review.review(item, known: { _ in KnownItem(inForce: nil, draft: nil) }) else { return }
  for problem in reviewed.problems { hold(!DraftSentence.text(problem).isEmpty, "a problem without a sentence") }
}

@Sendable private func readerLine(_ bytes: [UInt8]) {
  guard let line = (try? JSONReader.read(bytes)).flatMap({ ReaderLine($0) }) else { return }
  let said = try? JSONReader.read(line.json.canonicalBytes)
  hold(said.flatMap { ReaderLine($0) } == line, "a line that is not read back")
}

/// What a box has stored of somebody's answers, under every kind of item.
@Sendable private func answers(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  for kind in Item.Kind.allCases {
    guard let response = Assessment.Response(text, kind: kind) else { continue }
    hold(Assessment.Response(response.text, kind: kind) == response, "an answer that is not read back")
  }
}
