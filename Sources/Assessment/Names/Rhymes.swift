/// The initials and rhymes that Vietnamese syllables are made of, without tones.
enum Rhymes {
  /// Longest first, so that "ngh" is not read as "n". A syllable may also begin with its rhyme.
  static let initials = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n",
    "p", "r", "s", "t", "v", "x", "",
  ]

  static let rhymes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu
    uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ynh yt
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The rhyme of a syllable in small letters without its tone; nil where no initial leaves one.
  static func split(_ syllable: String) -> String? {
    for initial in initials where syllable.hasPrefix(initial) {
      let rest = String(syllable.dropFirst(initial.count))
      if rhymes.contains(rest) { return rest }
    }
    return nil
  }
}
