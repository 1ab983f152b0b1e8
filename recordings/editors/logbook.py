"""What is typed while branches and settings change: the logbook of the ferry line.

The text is cut where something changes, mostly in the middle of a word; see
`person.py` for the marks in it.
"""

PARTS = (
    """\
//! What the captains write down.

#include "route.h"

#ifdef ICE_MINUTES
//! How much longer the ice makes a crossing.
constant LONGER = ICE_MI""", """NUTES;
#else
//! There is no ice in summer.
constant LONGER = 0;
#endif

//! One crossing, as it was.
class Entry {
  object departure;
  //! In minutes.
  int late;
  array(string) rem""", """arks = ({ });

  protected void create(object departure, int late) {
    this::departure = departure;
    this::late = late;
  }

  //! Writes a remark down, and tells how many there are.
  int remark(string text) {
    remarks += ({ text });
    return sizeof(rema""", """rks);
  }

  //! When the boat was on the other side.
  string arrived() {
    return Timetable.⟦cl|clock⟧(⟪minutes⟫departure->arrival() + late);
  }

  //! As it stands in the book.
  string line() {
    return sprintf("%s  %s", arrived(), remarks * "; ");
  }
}

private array(Entry) entr""", """ies = ({ });

//! A boat has arrived, so many minutes late.
Entry arrive(Timetable.Departure departure, int late) {
  Entry entry = Entry(⟪departure⟫departure, late + LONG""", """ER);
  if (entry->⟦la|late⟧ > TURNAROUND)
    entry->⟦rem|remark⟧("försenad 🕰");
  entries += ({ entry });
  return entry;
}

//! The crossings that were late, the worst one first.
array(Entry) late_ones(int tolerance) {
  array(Entry) late = ({ });
  foreach (entries, Entry ent""", """ry)
    if (entry->late > tolerance)
      late += ({ entry });
  sort(late->late, late);
  return reverse(late);
}

//! The page of the day.
string page() {
  array(string) lines = ({ Reports.⟦cen|centred⟧(⟪text⟫LINE_NAME, 48) });
  foreach (entries, Entry entry)
    lines += ({ entry->⟦li|line⟧() });
  return lines * "\\n";
}
""",
)
