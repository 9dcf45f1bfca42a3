import Glibc

/// The only file of this target that leaves Swift's own arithmetic: logarithms and the like come from the C library.
enum SpecialFunctions {
  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
  static func inverseHyperbolicTangent(_ x: Double) -> Double { atanh(x) }

  /// 1 − erf(x), exact in the far tail, where the difference itself would be lost.
  static func complementaryError(_ x: Double) -> Double { erfc(x) }

  /// ln Γ(x) for x > 0. The reentrant form: `lgamma` writes a global variable.
  static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// ln B(a, b).
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    logGamma(a) + logGamma(b) - logGamma(a + b)
  }

  /// ln of the number of ways to choose `k` of `n`.
  static func logChoose(_ n: Int, _ k: Int) -> Double {
    logGamma(Double(n) + 1) - logGamma(Double(k) + 1) - logGamma(Double(n - k) + 1)
  }
}
