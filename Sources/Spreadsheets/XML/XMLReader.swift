import CExpat

/// Reads parts of a document with Expat, in pieces. Document types are refused, because entities could expand without end.
enum XMLReader {
    /// A tag longer than this is refused. Expat reads an unfinished tag again with each piece, and keeps it in memory.
    static let maxTag = 4 << 20

    /// Reads a part that may be large, without Expat unless its encoding needs it. It can begin at a place that an earlier
    /// reading has found.
    static func readLarge<Part: XMLPart & ~Copyable>(
        _ archive: ZipArchive, _ member: ZipArchive.Member, from place: XMLPlace? = nil, into part: inout Part
    ) throws {
        do {
            try XMLScanner.read(archive, member, from: place, into: &part)
        } catch is XMLScanner.OtherEncoding {
            try read(archive, member, into: &part)
        }
    }

    /// Reads the member into the part. Stops without an error when the part has read all that it wants.
    static func read<Part: XMLPart & ~Copyable>(
        _ archive: ZipArchive, _ member: ZipArchive.Member, into part: inout Part
    ) throws {
        let reader = try MemberReader(archive, member)
        guard let parser = XML_ParserCreate(nil) else { throw InsufficientMemory() }
        defer { XML_ParserFree(parser) }
        try withUnsafeMutablePointer(to: &part) { part in
            var context = XMLContext(parser: parser, part: UnsafeMutableRawPointer(part))
            try withUnsafeMutablePointer(to: &context) { context in
                prepare(parser, context, Part.callbacks)
                try run(parser, context, reader, file: archive.name, member)
            }
        }
    }

    private static func prepare(
        _ parser: XML_Parser, _ context: UnsafeMutablePointer<XMLContext>, _ callbacks: XMLCallbacks
    ) {
        XML_SetUserData(parser, context)
        XML_SetElementHandler(parser, callbacks.start, callbacks.end)
        XML_SetCharacterDataHandler(parser, callbacks.text)
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            data?.assumingMemoryBound(to: XMLContext.self).pointee.refuseDoctype()
        }
    }

    /// Throws the reason for which the part stopped reading.
    static func check(
        _ context: UnsafeMutablePointer<XMLContext>, _ file: String, _ member: ZipArchive.Member
    ) throws {
        if let failure = context.pointee.failure { throw failure }
        if context.pointee.hasDoctype { throw SpreadsheetError.entities(file: file, part: member.name) }
        if context.pointee.isTooDeep { throw SpreadsheetError.damaged(file: file, part: member.name, .nesting) }
    }

    private static func run(
        _ parser: XML_Parser, _ context: UnsafeMutablePointer<XMLContext>, _ reader: MemberReader, file: String,
        _ member: ZipArchive.Member
    ) throws {
        let size = ZipArchive.pieceSize
        while true {
            guard let buffer = XML_GetBuffer(parser, Int32(size)) else { throw InsufficientMemory() }
            let count = try reader.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
            context.pointee.xmlBytes = reader.count
            let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
            try check(context, file, member)
            if context.pointee.isDone { return }
            guard status == XML_STATUS_OK else {
                let byte = max(0, Int(XML_GetCurrentByteIndex(parser)))
                throw SpreadsheetError.notXML(file: file, part: member.name, byte: byte)
            }
            if count == 0 { return }
            guard reader.count - Int(XML_GetCurrentByteIndex(parser)) <= maxTag else {
                throw SpreadsheetError.damaged(file: file, part: member.name, .nesting)
            }
        }
    }
}

/// Expat could not get memory.
struct InsufficientMemory: Error {}
