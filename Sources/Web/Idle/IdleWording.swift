/// What a screen says that nobody has touched for a while. Also read aloud.
enum IdleWording {
  static let question = "Ông/bà còn ở đây không?"
  static let lead = "Không bấm thì màn hình về trang đầu. Các câu đã trả lời vẫn còn nguyên."
  static let stay = "Còn, làm tiếp"
  static let leave = "Không, về trang đầu"
}
