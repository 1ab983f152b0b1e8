/// Measures text in cells of a terminal.
///
/// Most characters are one cell wide; the scripts of East Asia and most
/// pictures take two, and combining marks take none.
public struct Ruler {
    /// How many cells a tab advances to.
    public var tabStop: Int

    /// Whether pictures count as two cells.
    public var widePictures: Bool

    public init(tabStop: Int = 8, widePictures: Bool = true) {
        self.tabStop = tabStop
        self.widePictures = widePictures
    }

    /// The width of one character, in cells.
    public func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0..<0x20, 0x7F:
            return 0
        case 0x300...0x36F:
            return 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3:
            return 2
        case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60:
            return 2
        case 0x1F300...0x1FAFF:
            return widePictures ? 2 : 1
        default:
            return 1
        }
    }

    /// The width of a text that starts at a column; tabs depend on it.
    public func width(of text: Substring, from column: Int = 0) -> Int {
        var end = column
        for character in text {
            if character == "\t" {
                end += tabStop - end % tabStop
            } else {
                end += width(of: character)
            }
        }
        return end - column
    }

    /// The longest prefix of a text that fits into a number of cells.
    public func prefix(of text: Substring, fitting cells: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        while end < text.endIndex {
            used += width(of: text[end])
            if used > cells { break }
            end = text.index(after: end)
        }
        return text[..<end]
    }
}
