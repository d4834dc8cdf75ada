import Files
import Releases
import Testing

@Suite("The layout of an output folder")
struct OutputLayoutTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("Published files are where the layout says, and there are no other files")
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

    @Test("The ledger is in the state folder, or in a folder of its own")
    func ledger() {
        #expect(OutputLayout("Output").ledger == "Output/state/ledger.sqlite")
        #expect(OutputLayout.ledger(inState: "/srv/state") == "/srv/state/ledger.sqlite")
    }
}
