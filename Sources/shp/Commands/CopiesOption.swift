import ArgumentParser
import Formats

/// A flag that requests copies of a release in a format, such as `--ods`.
struct CopiesOption: EnumerableFlag {
    let format: any AppendixFormat

    static let allCases = AppendixFormats.beside.map { CopiesOption(format: $0) }

    static func name(for option: CopiesOption) -> NameSpecification { .customLong(option.format.name) }

    static func help(for option: CopiesOption) -> ArgumentHelp? {
        if case .beside(let help) = option.format.place { ArgumentHelp(help) } else { nil }
    }

    static func == (one: CopiesOption, other: CopiesOption) -> Bool { one.format.name == other.format.name }
}
