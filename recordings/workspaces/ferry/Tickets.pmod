//! What a crossing costs, and who has paid.

//! In öre for each nautical mile.
constant RATE = 420;

//! What everybody pays, however short the way is, in öre.
constant BASE_FARE = 2500;

//! A ticket that somebody has bought.
class Ticket {
  string passenger;
  object departure;
  int price;

  protected void create(string passenger, object departure, int price) {
    this::passenger = passenger;
    this::departure = departure;
    this::price = price;
  }

  //! As it is printed.
  string line() {
    return sprintf("%-14s %s  %8.2f kr", passenger, departure->line(), price / 100.0);
  }
}

private array(Ticket) sold = ({ });

//! The price of a crossing, in öre.
int fare(Harbours.Harbour from, Harbours.Harbour to) {
  return BASE_FARE + (int) (RATE * Harbours.distance(from, to));
}

//! Children pay half, and so do the old.
int reduced(int price, int age) {
  return age < 16 || age > 66 ? price / 2 : price;
}

//! Sells a ticket, if there is room on the boat.
Ticket sell(string passenger, int age, object departure) {
  if (sizeof(tickets_for(departure)) >= departure->room())
    return 0;
  Ticket ticket = Ticket(passenger, departure, reduced(fare(departure->from, departure->to), age));
  sold += ({ ticket });
  return ticket;
}

//! All tickets for a departure.
array(Ticket) tickets_for(object departure) {
  return filter(sold, lambda(Ticket ticket) { return ticket->departure == departure; });
}

//! What has been earned so far, in öre.
int earnings() {
  return `+(0, @sold->price);
}
