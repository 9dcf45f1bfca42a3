/// Moves counts from cell to cell without touching a sum that is shown, and so tells what hidden cells could be instead.
struct CellFlow {
  private let network: CellNetwork
  private let floor: Int
  private let incident: [[Int]]
  /// Another possible table, reached from the true one.
  private(set) var counts: [Int]

  /// A step over an edge: along it the cell grows, against it the cell shrinks.
  struct Step {
    let edge: Int
    let grows: Bool
  }

  init(_ network: CellNetwork, counts: [Int], floor: Int) {
    self.network = network
    self.counts = counts
    self.floor = floor
    var incident = [[Int]](repeating: [], count: network.nodes)
    for (index, edge) in network.edges.enumerated() {
      incident[edge.from].append(index)
      if edge.to != edge.from { incident[edge.to].append(index) }
    }
    self.incident = incident
  }

  /// Changes the cell by up to `most`, over whatever other cells cost least (`cost` nil: may not change), and reports the
  /// cells used. Nil if there is no way.
  mutating func shift(
    _ cell: Int, grows: Bool, most: Int, cost: (Int) -> Int?
  ) -> (amount: Int, cells: [Int])? {
    let edge = network.edges[cell]
    let (start, goal) = grows ? (edge.to, edge.from) : (edge.from, edge.to)
    guard let way = cheapestWay(from: start, to: goal, without: cell, cost: cost) else { return nil }
    let room = way.filter { !$0.grows }.map { counts[$0.edge] - floor }.min() ?? most
    let amount = min(most, room)
    for step in way { counts[step.edge] += step.grows ? amount : -amount }
    counts[cell] += grows ? amount : -amount
    return (amount, way.map(\.edge))
  }

  /// Dijkstra's way, nearest node first; of equal ones the lowest number, so that the same table is always hidden alike.
  private func cheapestWay(
    from start: Int, to goal: Int, without cell: Int, cost: (Int) -> Int?
  ) -> [Step]? {
    var distance = [Int](repeating: Int.max, count: network.nodes)
    var arrival = [Step?](repeating: nil, count: network.nodes)
    var queue = NodeQueue()
    distance[start] = 0
    queue.insert(start, at: 0)
    while let (node, reached) = queue.popNearest() {
      if node == goal { break }
      guard reached == distance[node] else { continue }
      for index in incident[node] where index != cell {
        guard let price = cost(index) else { continue }
        let edge = network.edges[index]
        let grows = edge.from == node
        guard grows || counts[index] > floor else { continue }
        let next = grows ? edge.to : edge.from
        guard reached + price < distance[next] else { continue }
        distance[next] = reached + price
        arrival[next] = Step(edge: index, grows: grows)
        queue.insert(next, at: reached + price)
      }
    }
    return goal == start ? [] : steps(to: goal, from: start, arrival)
  }

  private func steps(to goal: Int, from start: Int, _ arrival: [Step?]) -> [Step]? {
    var (way, node): ([Step], Int) = ([], goal)
    while node != start {
      guard let step = arrival[node] else { return nil }
      way.append(step)
      let edge = network.edges[step.edge]
      node = step.grows ? edge.from : edge.to
    }
    return way.reversed()
  }
}
