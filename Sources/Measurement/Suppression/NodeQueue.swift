/// Nodes by distance, nearest first, then by number: a binary heap.
struct NodeQueue {
  private var heap: [(node: Int, distance: Int)] = []

  mutating func insert(_ node: Int, at distance: Int) {
    heap.append((node, distance))
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popNearest() -> (node: Int, distance: Int)? {
    guard let nearest = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return nearest
  }

  private mutating func sink() {
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return }
      let right = left + 1
      let child = right < heap.count && precedes(right, left) ? right : left
      guard precedes(child, parent) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    (heap[one].distance, heap[one].node) < (heap[other].distance, heap[other].node)
  }
}
