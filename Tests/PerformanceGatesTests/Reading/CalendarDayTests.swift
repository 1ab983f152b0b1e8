import PerformanceGates
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-12-31", 20_818), ("2027-03-01", 20_878), ("1969-12-31", -1),
    ("2100-03-01", 47_541),
  ])
  func daysAreCountedFrom1970(_ text: String, _ number: Int) {
    #expect(CalendarDay(text)?.number == number)
    #expect(CalendarDay(number: number).description == text)
  }

  @Test(arguments: [
    "2027-02-29", "2100-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-4-01", "20270401", "2027-04-01T00:00",
    "+027-04-01", "", "2027-0４-01",
  ])
  func whatIsNoDayIsRefused(_ text: String) { #expect(CalendarDay(text) == nil) }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in stride(from: -100_000, to: 100_000, by: 7) {
      let day = CalendarDay(number: number)
      let parts = day.parts
      #expect(CalendarDay(year: parts.year, month: parts.month, day: parts.day) == day)
    }
  }

  @Test func daysAreInOrder() throws {
    let (early, late) = (try #require(CalendarDay("2026-12-31")), try #require(CalendarDay("2027-01-01")))
    #expect(early < late && early.advanced(by: 1) == late && early.days(until: late) == 1)
  }
}
