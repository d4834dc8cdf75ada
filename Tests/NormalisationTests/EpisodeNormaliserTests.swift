import Core
import Normalisation
import Testing

@Suite struct EpisodeNormaliserTests {
    private typealias Fixture = EpisodeFixture

    @Test("A person is the same across agencies and in every form of their date of birth")
    func samePerson() {
        let (normaliser, faults) = Fixture.normalise([
            Fixture.row(), Fixture.row(["agency": "B2", "client": "99"]), Fixture.row(["dob": "1980-02-01"]),
            Fixture.row(["dob": "02/01/1980"]),
            Fixture.row(["f": "K"]), Fixture.row(["f": "JD", "s": ""]), Fixture.row(["f": "", "s": "JD"]),
        ])
        let persons = normaliser.episodes.map(\.person)
        #expect(faults.isEmpty)
        #expect(persons[0] == persons[1] && persons[0] == persons[2])
        #expect(Set(persons).count == 5)
    }

    @Test("With another key, the hashes do not match")
    func keys() {
        let same = IdentifierHasher()
        #expect(
            Fixture.normalise([Fixture.row()], hasher: same).0.episodes
                == Fixture.normalise([Fixture.row()], hasher: same).0.episodes)
        #expect(Fixture.normalise([Fixture.row()]).0.episodes != Fixture.normalise([Fixture.row()]).0.episodes)
    }

    @Test("An episode has its dates, drugs and success")
    func contents() {
        let (normaliser, _) = Fixture.normalise([
            Fixture.row(["drug2": "7000", "discharge": "2019-05-01", "reason": "80"]),
            Fixture.row(["drug1": "NA", "discharge": "01/05/2019", "reason": "3"]), Fixture.row(["la": "E06000004"]),
        ])
        let episodes = normaliser.episodes
        #expect(episodes.map(\.drugs) == [[1011, 7000], [], [1011]])
        #expect(episodes.map(\.successful) == [true, false, false])
        #expect(episodes.map { $0.discharge?.description } == ["2019-05-01", "2019-05-01", nil])
        #expect(episodes.map(\.area) == [0, 0, 1])
    }

    @Test("A row without a triage date is a finding")
    func noTriage() {
        let (normaliser, faults) = Fixture.normalise([
            Fixture.row(["discharge": "01/04/2019"]), Fixture.row(["triage": ""]),
        ])
        #expect(faults == [RowFault(row: 1, rule: .missingRequired, field: 10)])
        #expect(normaliser.episodes.count == 1)
        #expect(normaliser.rows.count == 1)
    }

    @Test("No consent and other areas are out of scope, unknown names are findings, and the schema rules on no place")
    func scope() {
        let rows = [
            Fixture.row(["consent": "N"]), Fixture.row(["la": "Darlington"]),
            Fixture.row(["consent": "N", "la": "Darlington"]),
            Fixture.row(["la": "Hartlepol"]), Fixture.row(["la": ""]), Fixture.row(["la": "E08000001"]),
        ]
        let (normaliser, faults) = Fixture.normalise(rows)
        #expect(
            normaliser.rows.map(\.outcome) == [
                .outOfScope(.consentWithheld), .outOfScope(.outsideArea), .outOfScope(.consentWithheld),
                .outOfScope(.outsideArea),
            ])
        #expect(faults.map(\.rule) == [.unknownArea, .areaMissing])
        var lenient = Fixture.schema
        lenient.noArea = .outOfScope
        #expect(
            Fixture.normalise([Fixture.row(["la": ""])], lenient).0.rows.map(\.outcome) == [.outOfScope(.noLocation)])
    }

    @Test("Rows that already have a fault are skipped, and the others keep their lines")
    func faulty() {
        let (normaliser, faults) = Fixture.normalise(
            [Fixture.row(), Fixture.row(["triage": "x"]), Fixture.row(["client": "8"])], faulty: [1])
        #expect(faults.isEmpty)
        #expect(normaliser.rows.map(\.line) == [2, 4])
        #expect(normaliser.rows.map(\.payload) == [0, 1])
    }

    @Test(
        "Rows differ by agency, client, episode, modality or its start; any other change is a repeat or a replacement",
        arguments: [
            (["agency": "B"], false), (["client": "8"], false), (["episode": "2"], false), (["modality": "43"], false),
            (["start": "01/04/2019"], false), ([:], true), (["discharge": "01/05/2019"], true),
            (["la": "E06000004"], true),
        ])
    func identity(changes: [String: String], isSame: Bool) async {
        let (normaliser, _) = Fixture.normalise([Fixture.row(), Fixture.row(changes)])
        let displaced = await SupersessionResolver([
            [IdentifiedBlock(rows: normaliser.rows, lineBase: 0, payloadBase: 0)]
        ]).displacements(threads: 1)
        #expect(displaced.count == (isSame ? 1 : 0))
    }
}
