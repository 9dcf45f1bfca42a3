import Assessment
import Bundles
import Glibc
import Province
import ProvinceWeb
import Sealing
import Slip

/// `DATA/lists`: files that the province has signed; and answers, signed as they are asked for.
struct PublishedFolder: PublishedFiles {
  let folder: ProvinceFolder

  static let keyList = "key-list.txt"

  func all() throws -> [PublishedFile] {
    guard access(folder.lists, R_OK) == 0 else { return [] }
    return try Files.names(in: folder.lists).filter(ProvinceRoute.isFileName).compactMap { name in
      var facts = stat()
      guard stat("\(folder.lists)/\(name)", &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
      return PublishedFile(name: name, size: Int(facts.st_size), seconds: Int64(facts.st_mtim.tv_sec))
    }
  }

  func bytes(_ name: String) throws -> [UInt8]? {
    guard ProvinceRoute.isFileName(name), try all().contains(where: { $0.name == name }) else { return nil }
    return try Files.read("\(folder.lists)/\(name)", atMost: 1 << 26)
  }

  func answers(to authorization: String, path: String, office: ProvinceOffice) throws -> [UInt8]? {
    let refused = ProvinceProblem(
      status: 403, sentence: "Máy chưa chứng tỏ được là máy nào. Nạp khóa của máy vào tỉnh.")
    let asked: BoxRequest
    do {
      asked = try BoxRequest.open(authorization, keys: try office.store.keys(), check: Ed25519.verify)
    } catch is BundleFault {
      throw refused
    }
    let apart = asked.at - office.now.seconds
    guard asked.path == path, path.hasSuffix("/\(asked.issuer.text)"), abs(apart) <= BoxRequest.tolerance else {
      throw refused
    }
    return try SignedAnswers(folder: folder).file(for: asked.issuer, office)?.bytes
  }
}

/// Files of answers under the province's key of lists.
struct SignedAnswers {
  let folder: ProvinceFolder

  /// Nil where nothing was answered.
  func file(for box: Issuer, _ office: ProvinceOffice) throws -> (name: String, bytes: [UInt8])? {
    guard let answers = try office.answers(for: box) else { return nil }
    let key = try SlipKey(seed: try KeyFile(folder: folder.keys, name: KeyNew.secretName).read())
    return (answers.fileName, try answers.signed(kid: key.kid, sign: key.sign))
  }
}
