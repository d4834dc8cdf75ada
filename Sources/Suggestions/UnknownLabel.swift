/// A header or a code that extracts have and the definition does not, and its possible meanings.
struct UnknownLabel {
    /// What the label is, and so where it could be added.
    enum Kind: Hashable {
        /// A column; a required one keeps the whole extract out.
        case header(schemaFile: String, isRequired: Bool)
        /// A code of a classification, in a column of the name.
        case category(source: Int, column: String)
    }

    /// One place where it stands.
    struct Sighting {
        let file: String
        let line: Int
        var rows: Int
    }

    let kind: Kind
    /// The label; a code in the way in which its list writes codes.
    let text: String
    /// As it is written where it was first seen.
    let written: String
    /// The possible names, the likeliest first.
    let candidates: [String]
    /// What messages call it where its name may not be shown, such as `column 7`: only the file of --output has it.
    let hiddenAs: String?
    /// Once an extract.
    var sightings: [Sighting]

    /// The label with another text, for messages that may not repeat its own.
    func called(_ name: String) -> UnknownLabel {
        UnknownLabel(
            kind: kind, text: name, written: name, candidates: candidates, hiddenAs: hiddenAs, sightings: sightings)
    }
}

/// The unknown labels of all extracts, each once, in the order in which they are seen.
struct UnknownLabels {
    private struct Key: Hashable {
        let kind: UnknownLabel.Kind
        let text: String
        let meant: String?
    }

    private(set) var labels: [UnknownLabel] = []
    private var places: [Key: Int] = [:]

    /// Takes up a label that was seen at a place.
    mutating func add(
        _ kind: UnknownLabel.Kind, _ text: String, writtenAs written: String? = nil, hiddenAs: String? = nil,
        _ sighting: UnknownLabel.Sighting,
        candidates: () -> [String]
    ) {
        // A header may be taken for one field in one extract and for another in the next; a code has one meaning.
        var meant: String?
        var names: [String] = []
        if case .header = kind {
            names = candidates()
            meant = names.first
        }
        let key = Key(kind: kind, text: text, meant: meant)
        if let place = places[key] {
            if labels[place].sightings.last?.file == sighting.file {
                labels[place].sightings[labels[place].sightings.count - 1].rows += sighting.rows
            } else {
                labels[place].sightings.append(sighting)
            }
            return
        }
        if case .category = kind { names = candidates() }
        places[key] = labels.count
        labels.append(
            UnknownLabel(
                kind: kind, text: text, written: written ?? text, candidates: names, hiddenAs: hiddenAs,
                sightings: [sighting]))
    }
}
