/// A header or a code that is in extracts but not in the definition, with its possible meanings.
struct UnknownLabel {
    /// The kind of label, which decides where it can be added.
    enum Kind: Hashable {
        /// A column. If a required column is missing, the whole extract is refused.
        case header(schemaFile: String, isRequired: Bool)
        /// A code of a classification, in the named column.
        case category(source: Int, column: String)
    }

    /// A place where the label occurs, with the number of its rows.
    struct Sighting {
        let file: String
        let line: Int
        var rows: Int
    }

    let kind: Kind
    /// The label. A code is in the form in which its list writes codes.
    let text: String
    /// The label as it was written where it was first found.
    let written: String
    /// The possible names, the likeliest first.
    let candidates: [String]
    /// The name in messages if the label's own name must not be shown, such as `column 7`. Only the file of --output
    /// has the label's own name.
    let hiddenAs: String?
    /// One sighting for each extract.
    var sightings: [Sighting]

    /// Returns the label with another text, for messages that must not repeat its own.
    func called(_ name: String) -> UnknownLabel {
        UnknownLabel(
            kind: kind, text: name, written: name, candidates: candidates, hiddenAs: hiddenAs, sightings: sightings)
    }
}

/// The unknown labels of all extracts, each once, in the order in which they were found.
struct UnknownLabels {
    private struct Key: Hashable {
        let kind: UnknownLabel.Kind
        let text: String
        let targetDirection: String?
    }

    private(set) var labels: [UnknownLabel] = []
    private var places: [Key: Int] = [:]

    /// Adds a label that was found at a place.
    mutating func add(
        _ kind: UnknownLabel.Kind, _ text: String, writtenAs written: String? = nil, hiddenAs: String? = nil,
        _ sighting: UnknownLabel.Sighting,
        candidates: () -> [String]
    ) {
        // A header can stand for one field in one extract and for another in the next; a code has only one meaning.
        var targetDirection: String?
        var names: [String] = []
        if case .header = kind {
            names = candidates()
            targetDirection = names.first
        }
        let key = Key(kind: kind, text: text, targetDirection: targetDirection)
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
