/// Breaks paragraphs into lines of a given measure.
///
/// Lines are filled greedily: a word goes on the line if it still fits. The
/// sample of the tests is "Smörgåsbord 朝食 ☕ and a walk — déjà vu".
public struct Wrapper {
    public var measure: Int
    public var ruler: Ruler
    public var keepsOverlongWords: Bool

    public init(measure: Int, ruler: Ruler = Ruler(), keepsOverlongWords: Bool = true) {
        self.measure = measure
        self.ruler = ruler
        self.keepsOverlongWords = keepsOverlongWords
    }

    /// A line under construction.
    struct Line {
        var words: [Word] = []
        var width = 0

        /// The width if a word were added, with the space before it.
        func width(adding word: Word) -> Int {
            words.isEmpty ? word.width : width + 1 + word.width
        }

        mutating func append(_ word: Word) {
            width = width(adding: word)
            words.append(word)
        }

        var text: String {
            words.map { String($0.text) }.joined(separator: " ")
        }
    }

    /// The lines of a paragraph, padded as its alignment asks.
    public func wrap(_ paragraph: Paragraph) -> [String] {
        let lines = fill(paragraph)
        return lines.enumerated().map { number, line in
            let indent = paragraph.indent(ofLine: number)
            return pad(line, indent: indent, alignment: paragraph.alignment)
        }
    }

    /// Deals the words out to lines.
    func fill(_ paragraph: Paragraph) -> [Line] {
        var lines: [Line] = []
        var line = Line()
        for word in paragraph.words {
            let room = measure - paragraph.indent(ofLine: lines.count)
            if line.width(adding: word) > room, !line.words.isEmpty {
                lines.append(line)
                line = Line()
            }
            line.append(clip(word, to: room))
        }
        if !line.words.isEmpty { lines.append(line) }
        return lines
    }

    /// Cuts a word that no line can hold, unless such words are kept.
    func clip(_ word: Word, to room: Int) -> Word {
        guard word.width > room, !keepsOverlongWords else { return word }
        return Word(ruler.prefix(of: word.text, fitting: room), ruler: ruler)
    }

    /// Adds the spaces that the alignment asks for.
    func pad(_ line: Line, indent: Int, alignment: Alignment) -> String {
        let spare = max(0, measure - indent - line.width)
        let leading: Int
        switch alignment {
        case .left: leading = 0
        case .right: leading = spare
        case .centred: leading = spare / 2
        }
        return String(repeating: " ", count: indent + leading) + line.text
    }
}
