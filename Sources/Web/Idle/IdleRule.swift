/// When a screen that nobody touches asks whether somebody is there, and when it clears. In seconds.
package struct IdleRule: Equatable, Sendable {
  /// As long as one page counts time at most: whoever reads for longer has a standing clock before the question comes.
  package var askAfter = 180
  /// From the question to the first page.
  package var clearAfter = 60
  /// A browser without scripts cannot tell reading from absence, so it is asked later.
  package var askWithoutScripts = 600

  package init() {}
}
