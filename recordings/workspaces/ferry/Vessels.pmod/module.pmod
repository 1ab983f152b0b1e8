//! The boats of the line.

//! The fleet, the largest boat first.
array(.Vessel) fleet() {
  return ({
    .Ferry("Havsörn", 11.0, 320),
    .Ferry("Måsen", 9.5, 180),
    .Catamaran("Pilen", 24.0, 120),
  });
}

//! How many people all boats can carry together.
int seats(array(.Vessel) boats) {
  int sum = 0;
  foreach (boats, .Vessel boat)
    sum += boat->capacity();
  return sum;
}
