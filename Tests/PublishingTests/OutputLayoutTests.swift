import Publishing
import Testing

@Suite("Where everything in an output folder lies")
struct OutputLayoutTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("What is published lies where the layout says, and nothing else does")
    func published() async throws {
        let layout = OutputLayout(folder.path)
        let published = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        #expect(published.folder == layout.release("aaa", of: "2019-20-Q1", in: "hartlepool"))
        #expect(published.quarantineFolder == layout.quarantine(of: "aaa"))
        let quarter = layout.quarter("2019-20-Q1", of: "hartlepool")
        let places = [
            layout.index, layout.state, layout.pipeline("hartlepool"), quarter, published.folder,
            OutputLayout.manifest(of: published.folder), OutputLayout.figures(of: published.folder),
            OutputLayout.latest(inQuarter: quarter), layout.quarantine(of: "aaa"),
        ]
        for place in places {
            #expect(folder.mode(of: String(place.dropFirst(folder.path.count + 1))) != 0, "\(place)")
        }
        #expect(ScratchFolder.names(in: folder.path) == ["hartlepool", "index.html", "state"])
        #expect(ScratchFolder.names(in: quarter) == ["aaa", "latest"])
    }

    @Test("The ledger lies in the state folder, or in a folder of its own")
    func ledger() {
        #expect(OutputLayout("Output").ledger == "Output/state/ledger.sqlite")
        #expect(OutputLayout.ledger(inState: "/srv/state") == "/srv/state/ledger.sqlite")
    }
}
