// swift-tools-version: 6.2
// The targets stand in floor order: each imports only what stands above it in this list (see ARCHITECTURE.md).

import Foundation
import PackageDescription

let environment = ProcessInfo.processInfo.environment
// In CI, warnings are errors. With REPRISE_FUZZ, our code is instrumented and the fuzz targets exist (Scripts/fuzz).
let strict = environment["CI"] != nil
let fuzz = environment["REPRISE_FUZZ"] != nil

let house: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : []) + (fuzz ? [.unsafeFlags(["-sanitize=address,fuzzer"])] : [])

let package = Package(
  name: "reprise",
  products: [
    .executable(name: "reprise", targets: ["reprise"]),
    .library(name: "Simulation", targets: ["Simulation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0: stand alone.
    // The system's zlib.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["libz-dev"])]),
    // What Swift cannot spell: fork and exec with a parent-death signal, variadic system calls.
    .target(name: "CProcess"),
    // Message framing, request ids, envelope scanning over bytes; no I/O, no method names.
    .target(name: "JSONRPC", swiftSettings: house),
    // A thread-local pointer and one entry point of the concurrency runtime.
    .target(name: "CSimulation"),
    // Simulated executor, clock, schedulers, choices and faults; knows no recording, engine or protocol.
    .target(name: "Simulation", dependencies: ["CSimulation"], swiftSettings: house),
    // Lexer, lossless error-tolerant parser, incremental reparse of Pike; knows neither queries nor LSP.
    .target(name: "PikeSyntax", swiftSettings: house),
    // Revisions, durability, memos, validation, backdating, cancellation; knows no language.
    .target(
      name: "IncrementalQueries",
      dependencies: [.product(name: "HashTreeCollections", package: "swift-collections")],
      swiftSettings: house),
    // Samples, quantiles, paired comparisons, intervals, change points; knows numbers, not where they come from.
    .target(
      name: "Measurement",
      dependencies: [.product(name: "Histogram", package: "hdrhistogram-swift")],
      swiftSettings: house),
    // Child processes with their three pipes, signals and exit status; knows no protocol.
    .target(name: "ProcessControl", dependencies: ["CProcess"], swiftSettings: house),

    // Floor 1.
    // The file format: records, encoder, reader, recovery; knows bytes and times, not what messages mean.
    .target(
      name: "Recording",
      dependencies: ["CZlib", "JSONRPC", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: house),
    // Item trees, scopes, resolution, features of an editor as queries over Pike's syntax; knows no protocol, does no I/O.
    .target(name: "PikeAnalysis", dependencies: ["IncrementalQueries", "PikeSyntax"], swiftSettings: house),

    // Floor 2.
    // Host, snapshots, request scheduler, telemetry, editor bridge; knows no JSON.
    .target(
      name: "QueryEngine", dependencies: ["IncrementalQueries", "PikeAnalysis", "PikeSyntax"], swiftSettings: house),
    // The conversation in a recording: pairing, document states, causal edges; no processes, no clocks.
    .target(name: "Transcript", dependencies: ["JSONRPC", "Recording"], swiftSettings: house),

    // Floor 3.
    // query-engine-v2 and LSP as adapters over the engine: bytes in, bytes out.
    .target(
      name: "EngineProtocols",
      dependencies: ["IncrementalQueries", "JSONRPC", "PikeAnalysis", "PikeSyntax", "QueryEngine"],
      swiftSettings: house),
    // One property a file, over transcripts.
    .target(name: "Checkers", dependencies: ["JSONRPC", "Recording", "Transcript"], swiftSettings: house),
    // The transparent proxy.
    .target(
      name: "Recorder",
      dependencies: ["JSONRPC", "ProcessControl", "Recording"],
      swiftSettings: house),
    // Sessions, pacing, targets, comparison of answers.
    .target(
      name: "Replay",
      dependencies: [
        "Checkers", "JSONRPC", "Measurement", "ProcessControl", "Recording", "Simulation", "Transcript",
      ],
      swiftSettings: house),

    // Floor 4.
    // Suites, workloads that write sessions from seeds, campaigns, oracles; knows no engine, prints nothing.
    .target(
      name: "Stress",
      dependencies: [
        "Checkers", "JSONRPC", "ProcessControl", "Recording", "Replay", "Simulation", "Transcript",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: house),
    // The engine and its adapters with one fault in them, for the suites' own test; knows no recordings, no checkers.
    .target(
      name: "PlantedFaults",
      dependencies: ["EngineProtocols", "IncrementalQueries", "JSONRPC", "PikeAnalysis", "PikeSyntax", "QueryEngine"],
      swiftSettings: house),
    // A failing recording made minimal, one pass a file; runs nothing itself, writes no file.
    .target(
      name: "Shrinking", dependencies: ["JSONRPC", "Recording", "Replay", "Simulation", "Transcript"],
      swiftSettings: house),
    // What was found, for people and for machines: text, JSON, JUnit, GitHub; prints nothing, judges nothing.
    .target(
      name: "Reporting",
      dependencies: [
        "Checkers", "JSONRPC", "Measurement", "Recording", "Replay", "Simulation", "Stress", "Transcript",
      ],
      swiftSettings: house),

    // Branch comparison, budgets, gate rounds, pinned corpus, rollout stages, as values: judges, and runs nothing.
    .target(
      name: "PerformanceGates", dependencies: ["Checkers", "JSONRPC", "Measurement", "Recording", "Transcript"],
      swiftSettings: house),

    // The engine's critical and secondary paths as operations that can be repeated, and the corpus for them; compares nothing.
    .target(
      name: "EngineBenchmarks",
      dependencies: [
        "IncrementalQueries", "Measurement", "PikeAnalysis", "PikeSyntax", "ProcessControl", "QueryEngine",
      ],
      swiftSettings: house),

    // Programs measured side by side, in pairs: agents that time themselves, language servers that play recordings,
    // revisions that are built; judges nothing.
    .target(
      name: "Benchmarking",
      dependencies: [
        "JSONRPC", "Measurement", "PerformanceGates", "ProcessControl", "Recording", "Replay", "Transcript",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: house),

    // Floor 5.
    // The embedded engine, healthy or with a planted fault, as a target of replay and stress; where harness and engine meet.
    .target(
      name: "EngineTargets",
      dependencies: [
        "Checkers", "EngineProtocols", "IncrementalQueries", "JSONRPC", "PikeAnalysis", "PlantedFaults", "QueryEngine",
        "Recording", "Replay", "Simulation", "Stress",
      ],
      swiftSettings: house),

    // Floor 6: the command line; wires, and decides nothing.
    .executableTarget(
      name: "reprise",
      dependencies: [
        "Benchmarking", "Checkers", "EngineBenchmarks", "EngineProtocols", "EngineTargets", "IncrementalQueries",
        "JSONRPC",
        "Measurement", "PerformanceGates", "PikeAnalysis", "PlantedFaults", "ProcessControl", "QueryEngine", "Recorder",
        "Recording", "Replay", "Reporting", "Shrinking", "Simulation", "Stress", "Transcript",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house,
      // Ten milliseconds of each start would go into finding and binding the shared libraries of Foundation.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU",
          ], .when(platforms: [.linux], configuration: .release))
      ]),

    // Tests, and the scripted server that they talk to.
    .executableTarget(
      name: "scripted-server", dependencies: ["JSONRPC"], path: "Tests/ScriptedServer", swiftSettings: house),
    // What the programs that print figures share.
    .target(name: "FigureSupport", path: "Benchmarks/Support", swiftSettings: house),
    // The figures of PikeSyntax.
    .executableTarget(
      name: "syntax-figures",
      dependencies: [
        "FigureSupport", "PikeSyntax", "SyntheticEdits", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/syntax/Program", swiftSettings: house),
    // The figures of the query engine.
    .executableTarget(
      name: "engine-figures",
      dependencies: [
        "FigureSupport", "IncrementalQueries", "PikeAnalysis", "PikeSyntax", "ProcessControl", "QueryEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/engine/Program", swiftSettings: house),
    // Programs with planted bugs that only some orders of their tasks show; the figures of Simulation; what its tests run.
    .target(
      name: "SimulationScenarios", dependencies: ["Simulation"], path: "Tests/SimulationScenarios",
      swiftSettings: house),
    .executableTarget(
      name: "simulation-figures", dependencies: ["FigureSupport", "Simulation", "SimulationScenarios"],
      path: "Benchmarks/simulation/Program", swiftSettings: house),
    // Sessions and engines for the figures of replay.
    .executableTarget(
      name: "replay-figures",
      dependencies: [
        "FigureSupport", "JSONRPC", "ProcessControl", "Recording", "Replay",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/replay/Program", swiftSettings: house),
    // A plain stress loop on real threads, and long failing sessions, for the figures of stress.
    .executableTarget(
      name: "stress-figures",
      dependencies: [
        "EngineTargets", "FigureSupport", "JSONRPC", "PlantedFaults", "ProcessControl", "QueryEngine", "Recording",
        "Replay", "Simulation", "Stress",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/stress/Program", swiftSettings: house),
    .executableTarget(
      name: "simulation-victim", dependencies: ["Simulation", "SimulationScenarios"], path: "Tests/SimulationVictim",
      swiftSettings: house),
    // What several test targets need: seeded numbers, the programs that tests run.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    // Edits of Pike texts from seeds, and what must hold after each.
    .target(
      name: "SyntheticEdits", dependencies: ["PikeSyntax", "TestSupport"], path: "Tests/SyntheticEdits",
      swiftSettings: house),
    // The one way in which tests make conversations.
    .target(
      name: "SyntheticConversations", dependencies: ["JSONRPC", "Recording"], path: "Tests/SyntheticConversations",
      swiftSettings: house),
    .testTarget(name: "JSONRPCTests", dependencies: ["TestSupport", "JSONRPC"], swiftSettings: house),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "SimulationScenarios", "TestSupport", "simulation-victim"], swiftSettings: house),
    .testTarget(
      name: "PikeSyntaxTests", dependencies: ["PikeSyntax", "SyntheticEdits", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "IncrementalQueriesTests", dependencies: ["IncrementalQueries", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "PikeAnalysisTests", dependencies: ["IncrementalQueries", "PikeAnalysis", "PikeSyntax", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "QueryEngineTests",
      dependencies: ["IncrementalQueries", "PikeAnalysis", "PikeSyntax", "QueryEngine", "Simulation", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "EngineProtocolsTests",
      dependencies: [
        "EngineProtocols", "IncrementalQueries", "JSONRPC", "PikeAnalysis", "PikeSyntax", "ProcessControl",
        "QueryEngine", "TestSupport", "reprise",
      ],
      swiftSettings: house),
    // Measurements whose truth is known: noise of a shared machine, from seeds.
    .target(
      name: "SyntheticMeasurements", dependencies: ["Measurement"], path: "Tests/SyntheticMeasurements",
      swiftSettings: house),
    .testTarget(
      name: "MeasurementTests", dependencies: ["Measurement", "SyntheticMeasurements"], swiftSettings: house),
    .testTarget(
      name: "PerformanceGatesTests",
      dependencies: [
        "JSONRPC", "Measurement", "PerformanceGates", "Recording", "SyntheticConversations", "SyntheticMeasurements",
      ],
      swiftSettings: house),
    .testTarget(
      name: "EngineBenchmarksTests", dependencies: ["EngineBenchmarks", "TestSupport", "reprise"], swiftSettings: house),
    .testTarget(
      name: "BenchmarkingTests",
      dependencies: ["Benchmarking", "JSONRPC", "Measurement", "PerformanceGates", "ProcessControl"],
      swiftSettings: house),
    // The figures of measurement: simulated rates of error, and statistics for scipy to compare.
    .executableTarget(
      name: "measurement-figures",
      dependencies: [
        "JSONRPC", "Measurement", "PerformanceGates", "SyntheticMeasurements",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/measurement/Program", swiftSettings: house),
    .testTarget(
      name: "RecordingTests", dependencies: ["TestSupport", "CZlib", "JSONRPC", "Recording"], swiftSettings: house),
    .testTarget(
      name: "TranscriptTests", dependencies: ["JSONRPC", "Recording", "SyntheticConversations", "Transcript"],
      swiftSettings: house),
    .testTarget(
      name: "CheckersTests",
      dependencies: ["Checkers", "JSONRPC", "Recording", "SyntheticConversations", "Transcript"],
      swiftSettings: house),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Checkers", "JSONRPC", "Measurement", "Recording", "Replay", "Reporting", "Stress", "SyntheticConversations",
        "Transcript",
      ],
      swiftSettings: house),
    .testTarget(
      name: "RecorderTests",
      dependencies: [
        "TestSupport", "JSONRPC", "ProcessControl", "Recorder", "Recording", "reprise", "scripted-server",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ReplayTests",
      dependencies: [
        "TestSupport",
        "Checkers", "JSONRPC", "Measurement", "ProcessControl", "Recording", "Replay", "Simulation",
        "SyntheticConversations", "Transcript", "reprise", "scripted-server",
      ],
      swiftSettings: house),
    .testTarget(
      name: "StressTests",
      dependencies: [
        "Checkers", "EngineTargets", "JSONRPC", "PlantedFaults", "Recording", "Replay", "Shrinking", "Simulation",
        "Stress", "TestSupport", "Transcript", "reprise", "scripted-server",
      ],
      swiftSettings: house),
    .testTarget(
      name: "PlantedFaultsTests",
      dependencies: [
        "EngineProtocols", "IncrementalQueries", "JSONRPC", "PikeAnalysis", "PikeSyntax", "PlantedFaults",
        "QueryEngine", "Simulation",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ShrinkingTests",
      dependencies: [
        "JSONRPC", "Recording", "Replay", "Shrinking", "Simulation", "SyntheticConversations", "Transcript",
      ],
      swiftSettings: house),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "TestSupport", "JSONRPC", "Measurement", "PerformanceGates", "ProcessControl", "Recording",
        "SyntheticConversations", "SyntheticMeasurements", "reprise", "scripted-server",
      ],
      swiftSettings: house),
  ]
)

if fuzz {
  func fuzzTarget(_ name: String, _ folder: String, _ dependencies: [Target.Dependency], exclude: [String] = [])
    -> Target
  {
    .executableTarget(
      name: name, dependencies: dependencies + ["FuzzDriver"], path: "Tests/Fuzz/\(folder)", exclude: exclude,
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=address,fuzzer", "-use-ld=lld"])])
  }
  package.targets += [
    .target(name: "FuzzDriver", path: "Tests/Fuzz/Driver", swiftSettings: house),
    fuzzTarget("fuzz-framing", "Framing", ["JSONRPC"]),
    fuzzTarget("fuzz-reader", "Reader", ["CZlib", "JSONRPC", "Recording"]),
    fuzzTarget("fuzz-syntax", "Syntax", ["PikeSyntax", "SyntheticEdits"], exclude: ["Seeds", "pike.dict"]),
    fuzzTarget(
      "fuzz-engine-lsp", "EngineLSP",
      ["EngineProtocols", "IncrementalQueries", "JSONRPC", "PikeAnalysis", "PikeSyntax", "QueryEngine"]),
  ]
}
