package import Measurement

/// Why a measurement says nothing.
package enum InvalidReason: Sendable, Equatable {
  case expired(CalendarDay, today: CalendarDay)
  /// The evidence is dated later than today.
  case notYetValid(CalendarDay, today: CalendarDay)
  case corpusChanged(pinned: String, measured: String)
  case corpusDiffers(base: String, target: String)
  case pathsDiffer(onlyBase: [String], onlyTarget: [String])
  /// A path with a budget was not measured.
  case pathMissing(String)
  case nothingMeasured
  case noRestarts(String)
  case measuredTwice(String)
  case answersDiffer(String)
  case noisy(NoiseFinding)
  /// Base against itself failed, or stayed open.
  case controlAlarm(Decision)
  /// Planted work was not found.
  case plantedMissed(Decision)
  case selfTestMissing(Series.Kind)
  case counterVaries(path: String, counter: String)
  case counterMissing(path: String, counter: String, Side)
  case suiteMissing(String)

  /// Whether it is the machine's doing, so that trying again may help; else the files or the programs must change.
  package var isNoise: Bool {
    switch self {
    case .noisy, .controlAlarm, .plantedMissed: true
    default: false
    }
  }
}

extension InvalidReason: CustomStringConvertible {
  /// What was wrong and what to do.
  package var description: String {
    switch self {
    case .expired(let day, let today):
      "the budgets expired on \(day) (today is \(today)); propose new ones with `reprise budget refresh`"
    case .notYetValid(let day, let today):
      "the budgets' evidence is dated \(day), but today is \(today); set the clock or the date right"
    case .corpusChanged(let pinned, let measured):
      "the corpus is \(measured.prefix(16)), the budgets were measured on \(pinned.prefix(16)); "
        + "measure both in this change and refresh the budgets"
    case .corpusDiffers(let base, let target):
      "base ran on corpus \(base.prefix(16)), target on \(target.prefix(16)); give both the same"
    case .pathsDiffer(let base, let target):
      "the two sides do not measure the same paths (only base: \(list(base)); only target: \(list(target))); "
        + "add or remove paths in a change of their own"
    case .pathMissing(let path):
      "path \"\(path)\" has a budget, but was not measured; measure it, or take it out of the budgets"
    case .nothingMeasured: "no path was measured; name some, or see `reprise bench --help`"
    case .noRestarts(let path): "path \"\(path)\" has no restarts, so no samples; look for errors of its process"
    case .measuredTwice(let path): "path \"\(path)\" is in one round twice; give each path one series"
    case .answersDiffer(let path):
      "the two sides answer differently on \"\(path)\", so they do not do the same work; compare their answers with "
        + "`reprise replay` first"
    case .noisy(let finding): "the machine is too noisy: \(finding.advice)"
    case .controlAlarm(let decision):
      "base against itself came out as \(decision.rawValue), so this run cannot be believed; run it again on a calmer machine"
    case .plantedMissed(let decision):
      "planted work came out as \(decision.rawValue), so this run is blind; run it again on a calmer machine"
    case .selfTestMissing(let kind): "the run has no self-test (\(kind.rawValue)); measure with `reprise gate`"
    case .counterVaries(let path, let counter):
      "\(counter) of \"\(path)\" is not the same in each restart; find what is not deterministic"
    case .counterMissing(let path, let counter, let side):
      "\(counter) of \"\(path)\" is missing in \(side.rawValue); if it was removed on purpose, say so in the budgets "
        + "(\"\(counter)\": { \"removed\": true, \"reason\": \"…\" })"
    case .suiteMissing(let suite): "suite \"\(suite)\" was not run; the gate holds only while it is green"
    }
  }

  private func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}
