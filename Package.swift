// swift-tools-version: 6.2
import PackageDescription

// One target for each job, listed after the targets that it uses (Sources/shp/shp.docc/Architecture.md).
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Allows pointers only in lines with the word `unsafe`. Packages made of pointers use `strict` (`Libraries`).
let safe = strict + [.strictMemorySafety()]

/// Linked statically, because the parser's inner loop is then 10 to 14 % faster than with the shared library.
let libcsv: LinkerSetting = .linkedLibrary(":libcsv.a")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

/// HTML and CSS, compiled into the program so that it needs no other files.
let templates: [Resource] = [.embedInCode("Templates")]

let package = Package(
    name: "shp",
    products: [.executable(name: "shp", targets: ["shp"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(
            name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CMiniZip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

        // A system library for one function of the C library.
        .systemLibrary(name: "CSyncFS"),

        .target(name: "Core", swiftSettings: strict),
        .target(name: "Files", dependencies: ["Core", "CSyncFS", crypto, system], swiftSettings: safe),
        .target(
            name: "Spreadsheets", dependencies: ["Core", "Files", "CMiniZip", "CExpat", system], swiftSettings: strict),
        .target(
            name: "Ingestion", dependencies: ["Core", "Files", "Spreadsheets", "CLibCSV", crypto, system],
            swiftSettings: strict,
            linkerSettings: [libcsv]),
        .target(name: "Validation", dependencies: ["Core"], swiftSettings: safe),
        .target(name: "Normalisation", dependencies: ["Core", crypto], swiftSettings: strict),
        .target(name: "Aggregation", dependencies: ["Core"], swiftSettings: safe),
        .target(name: "Indicators", dependencies: ["Core", "Aggregation"], swiftSettings: safe),
        .target(name: "Disclosure", dependencies: ["Core", "Aggregation", "Indicators"], swiftSettings: safe),
        .target(name: "Audit", dependencies: ["Core"], swiftSettings: safe),
        .target(name: "Reporting", dependencies: ["Core", "Indicators"], swiftSettings: safe),
        .target(name: "Releases", dependencies: ["Core", "Indicators", "Reporting"], swiftSettings: safe),
        .target(
            name: "CSV",
            dependencies: ["Core", "Files", "Ingestion", "Indicators", "Reporting", "Releases", "CLibCSV", system],
            swiftSettings: safe, linkerSettings: [libcsv]),
        .target(
            name: "Workbooks", dependencies: ["Core", "Files", "Indicators", "Reporting", "CLibXLSXWriter", system],
            swiftSettings: strict),
        .target(
            name: "Formats", dependencies: ["Core", "Files", "Reporting", "Releases", "CSV", "Workbooks"],
            swiftSettings: safe),
        .target(
            name: "WebPages",
            dependencies: ["Core", "Files", "Indicators", "Reporting", "Releases", "Formats", mustache],
            resources: templates, swiftSettings: safe),
        .target(
            name: "ReleaseStore",
            dependencies: [
                "Core", "Files", "Indicators", "Reporting", "Releases", "CSV", "Formats", "WebPages", crypto,
                system,
            ], swiftSettings: safe),
        .target(name: "PipelineDefinition", dependencies: ["Core", "Validation", "Yams"], swiftSettings: safe),
        .target(name: "Ledger", dependencies: ["Core", "Files", grdb, system], swiftSettings: safe),
        .target(
            name: "Records",
            dependencies: [
                "Core", "Files", "Ingestion", "Validation", "Normalisation", "Aggregation", "Indicators", "Releases",
                "Formats", "PipelineDefinition", crypto,
                system,
            ], swiftSettings: safe),
        .target(
            name: "Planning",
            dependencies: [
                "Core", "Aggregation", "Indicators", "Reporting", "Formats", "PipelineDefinition", "Records",
            ],
            swiftSettings: safe),
        .target(name: "Setup", dependencies: ["Core", "Files", "Ingestion", "CSV"], swiftSettings: safe),
        .target(
            name: "Intake",
            dependencies: [
                "Core", "Files", "Ingestion", "Validation", "Normalisation", "Aggregation", "Indicators", "Disclosure",
                "CSV", "PipelineDefinition", "Records", "Planning",
                system,
            ], swiftSettings: safe),
        .target(
            name: "Completeness",
            dependencies: ["Core", "Validation", "Normalisation", "Aggregation", "Indicators", "Records", "Intake"],
            swiftSettings: safe),
        .target(
            name: "Suggestions",
            dependencies: [
                "Core", "Ingestion", "Normalisation", "CSV", "PipelineDefinition", "Records", "Intake",
            ],
            swiftSettings: safe),
        .target(
            name: "TableAudit",
            dependencies: [
                "Core", "Files", "Ingestion", "Aggregation", "Indicators", "Audit", "PipelineDefinition", "Records",
                "Intake",
            ], swiftSettings: safe),
        .target(
            name: "ReleaseDisclosure",
            dependencies: [
                "Core", "Files", "Aggregation", "Indicators", "Disclosure", "Releases", "ReleaseStore", "Records",
            ], swiftSettings: safe),
        .target(
            name: "Revisions",
            dependencies: [
                "Core", "Normalisation", "Aggregation", "Indicators", "Releases", "ReleaseStore", "Records", "Intake",
            ], swiftSettings: safe),
        .target(
            name: "Evaluation",
            dependencies: [
                "Core", "Ingestion", "Validation", "Aggregation", "Indicators", "Disclosure", "Reporting", "Releases",
                "CSV", "ReleaseStore", "Ledger", "Records", "Planning", "Intake", "Completeness", "TableAudit",
                "ReleaseDisclosure", "Revisions", crypto,
            ], swiftSettings: safe),
        .target(
            name: "Lineage",
            dependencies: ["Core", "Ingestion", "Normalisation", "Aggregation", "Indicators", "Records", "Evaluation"],
            swiftSettings: safe),
        .target(
            name: "PipelineEngine",
            dependencies: [
                "Core", "Files", "Ingestion", "Indicators", "Audit", "Releases", "Formats", "ReleaseStore",
                "PipelineDefinition", "Ledger", "Records", "Planning", "Intake", "Completeness", "Suggestions",
                "TableAudit", "ReleaseDisclosure", "Revisions", "Evaluation", "Lineage", crypto,
                system,
            ], swiftSettings: safe),
        .executableTarget(
            name: "shp",
            dependencies: [
                "Core", "Files", "Ingestion", "Indicators", "Audit", "Releases", "CSV", "Workbooks", "Formats",
                "ReleaseStore", "PipelineDefinition", "Ledger", "Records", "Planning", "Setup", "Intake",
                "Suggestions", "Evaluation", "Lineage", "PipelineEngine", argumentParser, logging, mustache,
                system,
            ],
            resources: templates, swiftSettings: safe),

        .target(
            name: "SampleDataGenerator", path: "Tests/SampleDataGenerator", swiftSettings: strict),
        .executableTarget(
            name: "shp-sample-data", dependencies: ["SampleDataGenerator"], path: "Tests/SampleDataProgram",
            swiftSettings: strict),
        // Benchmarks: `make bench`.
        .executableTarget(
            name: "street-generator", path: "Tests/Performance/StreetGenerator", swiftSettings: strict),
        .executableTarget(
            name: "workbook-benchmark", dependencies: ["Core", "Indicators", "Reporting", "Workbooks"],
            path: "Tests/Performance/WorkbookBenchmark", swiftSettings: strict),
        .executableTarget(
            name: "ingest-benchmark",
            dependencies: [
                "Core", "Ingestion", "Normalisation", "PipelineDefinition", "Records", "Planning", "Intake", "CLibCSV",
            ],
            path: "Tests/Performance/IngestBenchmark", swiftSettings: strict, linkerSettings: [libcsv]),
        // Prints a sheet as text, for `Tests/Clients/test_spreadsheets.py` and benchmarks.
        .executableTarget(
            name: "sheet-text", dependencies: ["Spreadsheets"], path: "Tests/SheetText", swiftSettings: strict),
        // Made-up releases, which `Tests/Clients/test_disclosure.py` checks by another method.
        .executableTarget(
            name: "disclosure-cases", dependencies: ["TestSupport", "Core", "Disclosure"],
            path: "Tests/Disclosure/CaseGenerator", swiftSettings: strict),
        .executableTarget(
            name: "audit-benchmark", dependencies: ["TestSupport", "Audit"],
            path: "Tests/Performance/AuditBenchmark", swiftSettings: strict),
        // Helpers with which the tests of several packages make their data.
        .target(name: "TestSupport", dependencies: ["Core"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "CoreTests", dependencies: ["TestSupport", "Core"], swiftSettings: strict),
        .testTarget(name: "LedgerTests", dependencies: ["Core", "Ledger", grdb], swiftSettings: strict),
        .testTarget(
            name: "AuditTests", dependencies: ["TestSupport", "Core", "Ingestion", "Audit"], swiftSettings: strict),
        .testTarget(
            name: "DisclosureTests",
            dependencies: ["TestSupport", "Core", "Aggregation", "Indicators", "Disclosure"],
            swiftSettings: strict),
        .testTarget(
            name: "IngestionTests", dependencies: ["TestSupport", "Core", "Ingestion", "CSV", system],
            swiftSettings: strict),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["TestSupport", "Core", "Spreadsheets"], swiftSettings: strict),
        .testTarget(
            name: "ValidationTests", dependencies: ["TestSupport", "Core", "Validation"],
            swiftSettings: strict),
        .testTarget(
            name: "NormalisationTests", dependencies: ["TestSupport", "Core", "Normalisation"],
            swiftSettings: strict),
        .testTarget(
            name: "AggregationTests", dependencies: ["TestSupport", "Core", "Aggregation"], swiftSettings: strict),
        .testTarget(
            name: "IndicatorsTests", dependencies: ["TestSupport", "Core", "Aggregation", "Indicators"],
            swiftSettings: strict),
        .testTarget(
            name: "PipelineDefinitionTests", dependencies: ["Core", "Validation", "PipelineDefinition"],
            swiftSettings: strict),
        .testTarget(
            name: "SetupTests",
            dependencies: ["Core", "Indicators", "PipelineDefinition", "Records", "Planning", "Setup"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["TestSupport", "Core", "Indicators", "Reporting"],
            swiftSettings: strict),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "TestSupport", "Core", "Files", "Indicators", "Reporting", "Releases", "CSV", "Workbooks", "Formats",
                "WebPages", "ReleaseStore",
                system,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PipelineEngineTests",
            dependencies: [
                "TestSupport", "Core", "Ingestion", "Normalisation", "Indicators", "Formats", "PipelineDefinition",
                "Records",
                "Planning", "Intake", "Suggestions", "ReleaseDisclosure", "Evaluation", "PipelineEngine",
                system,
            ], swiftSettings: strict),
        .testTarget(
            name: "GoldenTests",
            dependencies: [
                "TestSupport", "Core", "Files", "Ingestion", "Validation", "Indicators", "Audit", "Reporting",
                "Releases", "CSV", "Formats", "ReleaseStore", "PipelineDefinition", "Ledger", "Records", "Planning",
                "Intake", "TableAudit", "Suggestions", "Evaluation", "Lineage", "PipelineEngine",
                "SampleDataGenerator", crypto,
            ],
            swiftSettings: strict),
        // Tests of the sentences of every package, and the page of their codes: `make codes`.
        .testTarget(
            name: "CatalogueTests",
            dependencies: [
                "TestSupport", "Core", "Files", "Ingestion", "Spreadsheets", "Validation", "Indicators", "Disclosure",
                "Reporting", "ReleaseStore", "PipelineDefinition", "Ledger", "Setup", "Intake", "TableAudit",
                "ReleaseDisclosure",
                "PipelineEngine",
                system,
            ], swiftSettings: strict),
        // The fuzzer, which damages inputs: `make fuzz`.
        .executableTarget(
            name: "shp-fuzz",
            dependencies: [
                "TestSupport", "Core", "Ingestion", "Releases", "CSV", "ReleaseStore", "PipelineDefinition", "Records",
                "Planning", "Intake", "Evaluation", "PipelineEngine", "SampleDataGenerator",
            ], path: "Tests/Fuzz", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
