import Assessment

/// One thing that a setup does, or would do.
enum SetupChange: Equatable {
  case folder(String)
  case keys
  case database
  case setting(key: String, from: String?, to: String)
  case officer(login: String, oneTimePassword: String?)
  /// - Parameter sheet: what is printed once for the safe; nil where nothing was made yet.
  case recoveryKeyMade(sheet: String?)
  case recoveryKey(fingerprint: String)
  case provinceKey(fingerprint: String)
  case updateKey(fingerprint: String)
  case publicKey(path: String)

  /// In one line, but for the sheet.
  var text: String {
    switch self {
    case .folder(let path): "the data folder \(path)"
    case .keys: "the box's keys"
    case .database: "the database"
    case .setting(let key, let from?, let to): "\(key): \(to) (was \(from))"
    case .setting(let key, nil, let to): "\(key): \(to)"
    case .officer(let login, let password?):
      "the first officer \(login): one-time password \(password), to be changed at the first sign-in"
    case .officer(let login, nil): "the first officer \(login), with a one-time password"
    case .recoveryKeyMade(let sheet?): "the recovery key, shown this once:\n\(sheet)"
    case .recoveryKeyMade(nil): "a recovery key, shown once"
    case .recoveryKey(let fingerprint): "backups for the recovery key with the fingerprint \(fingerprint)"
    case .provinceKey(let fingerprint): "trust in the province's key with the fingerprint \(fingerprint)"
    case .updateKey(let fingerprint): "trust in updates by the key with the fingerprint \(fingerprint)"
    case .publicKey(let path): "the box's public key in \(path)"
    }
  }

  var json: JSON {
    switch self {
    case .folder(let path): Self.object("folder", path)
    case .keys: Self.object("keys", nil)
    case .database: Self.object("database", nil)
    case .setting(let key, _, let to): JSON.object(["what": JSON("setting"), "key": JSON(key), "to": JSON(to)])
    case .officer(let login, let password):
      JSON.object([
        "what": JSON("officer"), "to": JSON(login), "oneTimePassword": password.map { JSON($0) } ?? JSON(.null),
      ])
    case .recoveryKeyMade(let sheet): Self.object("recoveryKey", sheet)
    case .recoveryKey(let fingerprint): Self.object("recoveryKey", fingerprint)
    case .provinceKey(let fingerprint): Self.object("provinceKey", fingerprint)
    case .updateKey(let fingerprint): Self.object("updateKey", fingerprint)
    case .publicKey(let path): Self.object("publicKey", path)
    }
  }

  private static func object(_ what: String, _ to: String?) -> JSON {
    JSON.object(["what": JSON(what), "to": to.map { JSON($0) } ?? JSON(.null)])
  }
}
