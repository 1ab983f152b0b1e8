/// How the lines of a paragraph meet its margins.
public enum Alignment: String, CaseIterable {
    case left
    case right
    case centred
}

/// A word with the cells it takes, so that it is measured only once.
public struct Word: Equatable {
    public let text: Substring
    public let width: Int
    public let endsSentence: Bool

    init(_ text: Substring, ruler: Ruler) {
        self.text = text
        self.width = ruler.width(of: text)
        self.endsSentence = text.hasSuffix(".") || text.hasSuffix("。")
    }
}

/// Text without line breaks of its own, and how it wants to be set.
public struct Paragraph {
    public var words: [Word]
    public var alignment: Alignment
    public var firstIndent: Int
    public var hangingIndent: Int

    public init(_ text: String, ruler: Ruler = Ruler(), alignment: Alignment = .left) {
        self.words = text.split(whereSeparator: \.isWhitespace).map { Word($0, ruler: ruler) }
        self.alignment = alignment
        self.firstIndent = 0
        self.hangingIndent = 0
    }

    /// The cells of all words, without the spaces between them.
    public var inkWidth: Int {
        words.reduce(0) { $0 + $1.width }
    }

    /// The widest word: no measure below this can be kept.
    public var widestWord: Word? {
        words.max { $0.width < $1.width }
    }

    /// The indent of a line, by its number in the paragraph.
    public func indent(ofLine number: Int) -> Int {
        number == 0 ? firstIndent : hangingIndent
    }

    /// How many sentences end in the paragraph.
    public func sentenceCount() -> Int {
        words.filter(\.endsSentence).count
    }
}
