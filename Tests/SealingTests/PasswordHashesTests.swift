import Glibc
import Testing

@testable import Sealing

@Suite("Password hashes", .serialized)
struct PasswordHashesTests {
  private let hashes = PasswordHashes()

  @Test("a password matches its own hash and no other's, and the hash does not tell it")
  func matches() throws {
    let hash = try hashes.hash("chiếc nón lá")
    #expect(try hashes.matches("chiếc nón lá", hash))
    #expect(try !hashes.matches("chiếc nón la", hash))
    #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=4,p=1$") && !hash.contains("chiếc"))
    #expect(try hashes.hash("chiếc nón lá") != hash)
  }

  @Test("nothing matches where there is no account, or a damaged hash")
  func nobody() throws {
    for hash in [nil, "", "$argon2id$", "$argon2id$v=19$m=65536,t=4,p=1$x$y", PasswordHashes.nobody] {
      #expect(try !hashes.matches("chiếc nón lá", hash))
      #expect(try !hashes.matches("", hash))
    }
  }

  /// Worked out with Python's cryptography (OpenSSL's argon2id): 19 MiB, 2 passes.
  private static let foreignHash =
    "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$mosmjMkjCW+eSS4ZWv4l8/3iydR0Z3SkQA4CYCxpR5M"

  @Test("a hash of another argon2id program, with other parameters, is compared too")
  func foreign() throws {
    #expect(try hashes.matches("chiếc nón lá", Self.foreignHash))
    #expect(try !hashes.matches("chiếc nón lá.", Self.foreignHash))
  }

  @Test("an unknown account takes as much of the processor as a wrong password")
  func sameTime() throws {
    let hash = try hashes.hash("chiếc nón lá")
    func cost(_ hash: String?) throws -> Double {
      let begin = Self.processorSeconds()
      _ = try hashes.matches("sai mật khẩu", hash)
      return Self.processorSeconds() - begin
    }
    let ratio = try (0..<3).map { _ in try cost(nil) }.min().orNaN / (0..<3).map { _ in try cost(hash) }.min().orNaN
    #expect((0.6...1.6).contains(ratio), "\(ratio)")
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Optional where Wrapped == Double {
  fileprivate var orNaN: Double { self ?? .nan }
}
