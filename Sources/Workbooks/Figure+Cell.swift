import Core
import Indicators

extension Figure {
    /// Returns the figure's cell in a sheet: a number where there is one, or else words aligned to the right.
    func cell(isTotal: Bool) -> SheetLayout.Cell {
        guard let (number, unit, decimals) = shownNumber else {
            return SheetLayout.Cell(display, .marker(isTotal: isTotal))
        }
        let format = NumberFormat(number, unit: unit, decimals: decimals, markers: markers)
        return SheetLayout.Cell(
            display, number: CellNumber.value(of: number, decimals: decimals), .number(format, isTotal: isTotal))
    }

    /// The number that the cell shows. A target is shown as a number only when it is an agreed level; other targets are
    /// words.
    private var shownNumber: (Rational, FigureUnit, decimals: Int)? {
        switch value {
        case .missing, .words: return nil
        case .number(let number): return (number, unit, decimals)
        case .target(let target):
            guard target.isConfirmed else { return nil }
            return switch target.aim {
            case .number(let level): (level, .words, decimals: level.denominator == 1 ? 0 : 1)
            case .percentage(let share): (share, .percent, decimals: share.denominator == 1 ? 0 : 1)
            case .reduce, .increase, .monitor, .relative, .atMost, .atLeast: nil
            }
        }
    }
}
