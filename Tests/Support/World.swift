import Assessment

/// The people of the tests. Nobody of them exists; the random part of their numbers begins with 999.
package enum World {
  /// Bà Hoa, 68, for the first time at a screen.
  package static let hoa = "008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5, Minh Xuân|15082021"
  /// Anh Dũng, a fisherman, who types his particulars.
  package static let dung = (name: "Trần Văn Dũng", birthYear: "1984", number: "082084999002")
  /// Chị Sương, whose card is of the newer kind and names her parents.
  package static let suong =
    "004190999006|080999006|Hoàng Thị Sương|17041990|Nữ|Thôn 3, Bảo Lạc|20082024||Hoàng Văn Páo|Vi Thị Thắm|"
  /// Em Nam, 14.
  package static let nam = "008212999004||Lê Văn Nam|10052012|Nam|Tổ 2|15082025"

  /// Saturday, 21 November 2026, nine o'clock in Vietnam.
  package static let morning = Moment(milliseconds: 1_795_226_400_000)
}
