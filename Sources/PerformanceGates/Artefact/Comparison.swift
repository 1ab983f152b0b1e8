package import Measurement

/// What a comparison of two programs measured: everything that its verdict rests on, and nothing that is judged. The file that
/// `reprise compare --output` writes.
package struct Comparison: Sendable, Equatable {
  /// Wall-clock time, RFC 3339 in UTC, for people.
  package var created: String
  /// Name and version of what measured.
  package var tool: String
  package var base: Revision
  package var target: Revision
  package var environment: MeasuredEnvironment
  /// Decides the orders of pairs.
  package var seed: UInt64
  /// In the order in which they were measured.
  package var rounds: [Round]

  package init(
    created: String, tool: String, base: Revision, target: Revision, environment: MeasuredEnvironment, seed: UInt64,
    rounds: [Round] = []
  ) {
    self.created = created
    self.tool = tool
    self.base = base
    self.target = target
    self.environment = environment
    self.seed = seed
    self.rounds = rounds
  }

  /// One of the two programs.
  package struct Revision: Sendable, Equatable {
    /// As it was asked for, such as `origin/main`.
    package var name: String
    /// What that was; nil for a command.
    package var commit: String?
    package var command: [String]
    /// The hash of the corpus that it was given.
    package var corpus: String
    /// What it can measure, in order.
    package var paths: [String]

    package init(name: String, commit: String?, command: [String], corpus: String, paths: [String]) {
      self.name = name
      self.commit = commit
      self.command = command
      self.corpus = corpus
      self.paths = paths
    }
  }

  /// Fresh processes from its first restart to its last.
  package struct Round: Sendable, Equatable {
    /// By restart: what the machine did meanwhile.
    package var machine: MachineNoise
    package var series: [Series]

    package init(machine: MachineNoise = MachineNoise(), series: [Series]) {
      self.machine = machine
      self.series = series
    }
  }
}

/// What one round measured of one path, or of one self-test.
package struct Series: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case path
    /// Base against itself: it must not be told apart.
    case control
    /// Base against itself with planted work: it must be found.
    case planted
  }

  package var kind: Kind
  package var name: String
  /// Operations a sample: the times are of all of them together.
  package var batch: Int
  /// Hashes of the answers that each side gave: what answers differently was not doing the same work.
  package var answers: BySide<String>
  package var restarts: [Restart]
  /// In the order of the report.
  package var counters: [Counter]
  /// Bytes, at most.
  package var peakMemory: BySide<Int>?

  package init(
    kind: Kind = .path, name: String, batch: Int = 1, answers: BySide<String>, restarts: [Restart],
    counters: [Counter] = [], peakMemory: BySide<Int>? = nil
  ) {
    self.kind = kind
    self.name = name
    self.batch = batch
    self.answers = answers
    self.restarts = restarts
    self.counters = counters
    self.peakMemory = peakMemory
  }

  /// The raw samples of one pair of fresh processes, in the order in which they were taken. Nanoseconds.
  package struct Restart: Sendable, Equatable {
    package var wall: PairedSamples
    /// CPU time of the threads that did the work, where it was measured.
    package var cpu: PairedSamples?
    /// Who went first in each pair.
    package var first: [Side]

    package init(wall: PairedSamples, cpu: PairedSamples? = nil, first: [Side]) {
      self.wall = wall
      self.cpu = cpu
      self.first = first
    }
  }

  /// Work done, counted exactly. By restart, for the same work must be counted the same each time.
  package struct Counter: Sendable, Equatable {
    package var name: String
    package var base: [Int]
    package var target: [Int]

    package init(name: String, base: [Int], target: [Int]) {
      self.name = name
      self.base = base
      self.target = target
    }
  }

  /// By restart, of one operation.
  package var summaries: [RestartSummary] {
    restarts.map { restart in
      let summary = restart.wall.summary
      let scale = Double(max(1, batch))
      return RestartSummary(
        logRatio: summary.logRatio, base: summary.base / scale, target: summary.target / scale)
    }
  }
}

/// One value for base and one for target.
package struct BySide<Value: Sendable & Equatable>: Sendable, Equatable {
  package var base: Value
  package var target: Value

  package init(base: Value, target: Value) {
    self.base = base
    self.target = target
  }
}

/// What a measurement depends on beside the programs; fixed where it can be, recorded where not.
package struct MeasuredEnvironment: Sendable, Equatable {
  /// Such as `linux x86_64`, the processor's name, the number of cores.
  package var machine: String
  package var cores: Int
  /// Environment variables that were set for both sides: `TZ`, `LC_ALL`, `SWIFT_DETERMINISTIC_HASHING`, `CI`, in order.
  package var variables: [Variable]
  /// Operations before the first pair of each restart.
  package var warmup: Int
  /// What each path's samples were to come to, in milliseconds.
  package var minimumTimeMs: Double

  package init(machine: String, cores: Int, variables: [Variable] = [], warmup: Int = 1, minimumTimeMs: Double = 300) {
    self.machine = machine
    self.cores = cores
    self.variables = variables
    self.warmup = warmup
    self.minimumTimeMs = minimumTimeMs
  }

  package struct Variable: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
