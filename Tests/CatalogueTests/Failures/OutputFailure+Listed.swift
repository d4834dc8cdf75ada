import Files
import Glibc
import SystemPackage

extension OutputFailure: Listed {
    static func example(after last: OutputFailure?, _ v: AwkwardValues) -> OutputFailure? {
        switch last {
        case nil: .cannotCreate(path: v.file, errno: .notDirectory)
        case .cannotCreate: .io(path: v.file, errno: .noSpace)
        case .io(_, .noSpace): .io(path: v.file, errno: .ioError)
        case .io: .noPermission(path: v.file)
        case .noPermission: .locked(path: v.file)
        case .locked: .releaseDiffers(folder: v.file, file: v.file)
        case .releaseDiffers: .workbook(path: v.file, message: "the library's own words")
        case .workbook: .noConverter(converter(copies: true))
        case .noConverter(let last) where last.makesCopies: .noConverter(converter(copies: false))
        case .noConverter: .converter(converter(copies: true), path: v.file, status: 1)
        case .converter(let last, _, _) where last.makesCopies:
            .converter(converter(copies: false), path: v.file, status: 1)
        case .converter: .unusableName(v.name)
        case .unusableName: nil
        }
    }

    private static func converter(copies: Bool) -> Converter {
        Converter(
            format: "ods", one: "OpenDocument copy", several: "OpenDocument copies", name: "LibreOffice",
            executable: "soffice", package: "libreoffice-calc", arguments: "--headless", makesCopies: copies)
    }
}
