//! Words and columns.

//! A number with its noun: `1 loaf`, `2 loaves`.
string plural(int count, string one, string many) {
  return sprintf("%d %s", count, count == 1 ? one : many);
}

//! Text that is filled up with spaces on its right.
string column(string text, int width) {
  return text + " " * max(0, width - sizeof(text));
}

//! Names as they are read aloud: `a, b and c`.
string enumeration(array(string) names) {
  if (sizeof(names) < 2)
    return names * "";
  return names[..<1] * ", " + " and " + names[-1];
}
