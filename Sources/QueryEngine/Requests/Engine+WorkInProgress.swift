import IncrementalQueries
import PikeAnalysis
import Synchronization

extension Engine {
  /// What is computed now or waits for its turn, in words: in the order in which it came.
  package var workInProgress: [String] {
    desk.withLock { desk in
      let computations = desk.scheduler.computations
      return computations.keys.sorted().compactMap { number in
        guard let computation = computations[number] else { return nil }
        let phase = computation.isStopping ? "stopping" : "\(computation.phase)"
        let request = computation.shareKey.query.request
        let file = request.file.map { " of \($0.path)" } ?? ""
        let count = computation.members.count
        let members = count == 1 ? "" : ", for \(count) requests"
        return
          "\(phase), \(computation.requestClass): \(request.name)\(file) at snp-\(computation.shareKey.revision.number)"
          + members
      }
    }
  }
}

extension FeatureRequest {
  /// The kind of question.
  fileprivate var name: String {
    let text = "\(self)"
    return String(text.prefix { $0 != "(" })
  }
}
