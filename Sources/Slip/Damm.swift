/// Damm's check digit: catches every wrong digit and every swap of two neighbours.
///
/// The table is a totally anti-symmetric quasigroup with a zero diagonal
/// (H. M. Damm, 2004), so digits followed by their check digit give 0.
enum Damm {
  private static let table: [[UInt8]] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
  ]

  /// The check digit of digits 0…9; of digits with their check digit, 0.
  static func checkDigit(_ digits: some Sequence<UInt8>) -> UInt8 {
    digits.reduce(0) { table[Int($0) % 10][Int($1) % 10] }
  }
}
