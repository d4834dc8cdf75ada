import Core
import TestSupport
import Testing

@Suite("Moments")
struct MomentTests {
    @Test(
        "Moments are written in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_563_588_900_999, "2019-07-20T02:15:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"), (-1_001, "1969-12-31T23:59:58Z"),
            (-12_219_292_800_000, "1582-10-15T00:00:00Z"), (253_402_300_799_999, "9999-12-31T23:59:59Z"),
        ])
    func words(milliseconds: Int, text: String) { #expect("\(Moment(milliseconds: milliseconds))" == text) }

    @Test("Moments are read as they are written, to the second")
    func roundTrip() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<1000 {
            let moment = Moment(
                milliseconds: Int.random(in: -10_000_000_000...100_000_000_000, using: &generator) * 1000)
            #expect(Moment("\(moment)") == moment)
        }
    }

    @Test(
        "Are nothing else",
        arguments: [
            "", "2019-07-20", "2019-07-20T02:15:00", "2019-07-20T24:15:00Z", "2019-02-30T02:15:00Z",
            "2019-07-20T02:15:0Z",
            "2019-07-20 02:15:00Z", "2019-07-20T02:60:00Z", "2019-07-20T02:15:60Z", "2019-07-20T02:15:00.5Z",
            "2019-07-20T02:15:00+01:00", "2019-07-20T02:15:00Zx", " 2019-07-20T02:15:00Z", "2019-7-20T02:15:00Z",
            "9223372036854775807-01-01T00:00:00Z",
        ])
    func notMoments(text: String) { #expect(Moment(text) == nil) }

    @Test("A moment of any number of milliseconds can be written", arguments: [Int.min, .max])
    func ends(milliseconds: Int) { #expect("\(Moment(milliseconds: milliseconds))".hasSuffix("Z")) }
}
